import * as z from 'zod';
import { cellsSchema } from '../book/amount.ts';

export const idSchema = z.string().trim().min(1).max(100);
export const textSchema = z.string().trim().min(1).max(2000);

/** Cells that go into a new material. */
export const partSchema = z.strictObject({ material: idSchema, cells: cellsSchema });

/** What was read from the label, and who else looked. */
export const checkedShape = { label: z.string().trim().min(1).max(2000).optional(), witness: idSchema.optional() };

/** A day, or a moment of it, in local time. */
export const expirySchema = z.string().regex(/^\d{4}-\d\d-\d\d(T([01]\d|2[0-3]):[0-5]\d)?$/);
export const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
