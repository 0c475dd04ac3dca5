import * as z from 'zod';
import type { Bitmask } from '../../../data/events/bitmask.ts';
import type { GateKind } from '../kind/gate.ts';

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

export const quadrant: GateKind<QuadrantGate> = {
  populationCount: () => 4,
  dimensionCount: () => 2,
  evaluate(gate, { columns, eventCount }, members) {
    const [xs, ys] = [columns[0]!, columns[1]!];
    const {
      x,
      y: [left, right],
    } = gate;
    const [q1, q2, q3, q4] = members as unknown as readonly [Bitmask, Bitmask, Bitmask, Bitmask];
    for (let start = 0; start < eventCount; start += 32) {
      let [isRight, isAbove, isThere] = [0, 0, 0];
      for (let event = start; event < Math.min(start + 32, eventCount); event++) {
        const [px, py] = [xs[event]!, ys[event]!];
        const bit = 1 << event;
        if (px >= x) isRight |= bit;
        if (py >= (px >= x ? right : left)) isAbove |= bit;
        if (!Number.isNaN(px) && !Number.isNaN(py)) isThere |= bit;
      }
      const word = start >>> 5;
      q1[word] = isThere & ~isRight & isAbove;
      q2[word] = isThere & isRight & isAbove;
      q3[word] = isThere & isRight & ~isAbove;
      q4[word] = isThere & ~isRight & ~isAbove;
    }
  },
  work: ({ x, y: [left, right] }) => ({
    run: ({ kernels: { inQuadrants }, columns: [xs, ys], events, words }) => {
      const [first, second, third, fourth] = words.map(({ byteOffset }) => byteOffset) as [number, number, number, number];
      inQuadrants(xs!, ys!, events, x, left, right, first, second, third, fourth);
    },
  }),
  mapCoordinates: (gate, [x, y]) => ({ ...gate, x: x!(gate.x), y: [y!(gate.y[0]), y!(gate.y[1])] }),
};

export function quadrantOf({ x, y: [left, right] }: QuadrantGate, px: number, py: number): 0 | 1 | 2 | 3 | undefined {
  if (Number.isNaN(px) || Number.isNaN(py)) return undefined;
  if (px >= x) return py >= right ? 1 : 2;
  return py >= left ? 0 : 3;
}
