import * as z from 'zod';

/**
 * Four populations from one gate, tiling the plane: no event is lost on a line. A value on a divider is positive (Gating-ML 2.0
 * section 5.4: position in [divider, ...)). The dividers may be staggered: each of the two halves of an axis has its own.
 * Order of the populations: Q1 (x-, y+), Q2 (x+, y+), Q3 (x+, y-), Q4 (x-, y-), clockwise from upper left.
 */
export const quadrantSchema = z.strictObject({
  kind: z.literal('quadrant'),
  /** The x divider. */
  x: z.number(),
  /** The y divider left of x and right of x. */
  y: z.tuple([z.number(), z.number()]),
});
export type QuadrantGate = z.infer<typeof quadrantSchema>;

/** With one divider each way, or one on either side of x. */
export const quadrantGate = (x: number, y: readonly [number, number]): QuadrantGate => ({ kind: 'quadrant', x, y: [...y] });
