import * as z from 'zod';
import { rule } from '../../../base/rule.ts';

/**
 * Space cut by dividers, one or more in each of any number of dimensions (Gating-ML 2.0 section 5.4). Values of one dimension cut it
 * into cells 0, 1, ...; a value on a divider belongs to the cell above. Each population takes one cell of each dimension, or any
 * (null). Populations that a file leaves out hold no event here either.
 */
export const dividersSchema = z
  .strictObject({
    kind: z.literal('dividers'),
    /** Rising values, for each dimension. */
    values: z.array(z.array(z.number()).min(1)).min(1),
    /** One for each population. */
    cells: z.array(z.array(z.int().min(0).nullable())).min(1),
  })
  .refine(
    ({ values }) => values.every((row) => row.every((value, i) => i === 0 || value > row[i - 1]!)),
    rule({ en: 'values rise', ja: '値は昇順でなければなりません' }),
  )
  .refine(
    ({ values, cells }) =>
      cells.every((row) => row.length === values.length && row.every((cell, i) => cell === null || cell <= values[i]!.length)),
    rule({ en: 'each population has a cell for each dimension', ja: '各集団には次元ごとの区画が必要です' }),
  );
export type DividersGate = z.infer<typeof dividersSchema>;

/** One cut of one dimension: what lies below it, and what lies on and above it. */
export const bisector = (at: number): DividersGate => ({ kind: 'dividers', values: [[at]], cells: [[0], [1]] });
