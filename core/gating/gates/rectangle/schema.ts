import * as z from 'zod';
import { closedBounds, type Range } from '../kind/geometry.ts';

/** Ranges in any number of dimensions. Gating-ML 2.0 section 5.1: min is inside, max is not; an absent bound is open. */
export const rectangleSchema = z.strictObject({
  kind: z.literal('rectangle'),
  ranges: z.array(z.strictObject({ min: z.number().optional(), max: z.number().optional() })).min(1),
  /** The events outside are meant. */
  outside: z.literal(true).optional(),
});
export type RectangleGate = z.infer<typeof rectangleSchema>;

export const rectangleGate = (ranges: readonly Range[]): RectangleGate => ({ kind: 'rectangle', ranges: ranges.map(closedBounds) });
