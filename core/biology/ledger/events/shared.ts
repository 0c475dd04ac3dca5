import * as z from 'zod';
import { cellsSchema } from '../book/amount.ts';

export const idSchema = z.string().trim().min(1).max(100);
export const textSchema = z.string().trim().min(1).max(2000);

/** Cells that go into a new material. */
export const partSchema = z.strictObject({ material: idSchema, cells: cellsSchema });

/** What was read from the label, and who else looked. */
export const checkedShape = { label: z.string().trim().min(1).max(2000).optional(), witness: idSchema.optional() };
