import * as z from 'zod';
import { rule } from '../../../base/rule.ts';
import type { Point } from '../kind/geometry.ts';

/**
 * Four populations around a centre, parted by four straight arms without end that need not be upright or level. `arms` are a place on each
 * of them: left, upper, right, lower. Populations clockwise from the upper left, as for the straight quadrant; so an event on an arm is positive:
 * on the left one in Q1, on the upper and the right one in Q2, on the lower one in Q3, in the centre in Q2. No event is lost.
 */
export const spiderQuadrantSchema = z
  .strictObject({
    kind: z.literal('spider-quadrant'),
    x: z.number(),
    y: z.number(),
    arms: z.tuple([
      z.tuple([z.number(), z.number()]),
      z.tuple([z.number(), z.number()]),
      z.tuple([z.number(), z.number()]),
      z.tuple([z.number(), z.number()]),
    ]),
  })
  .refine(
    (gate) => isInOrder(gate),
    rule({
      en: 'the arms stand clockwise, each less than half a turn from the next',
      ja: '4本の腕は時計回りに並び、隣との角度は180度未満です',
    }),
  );
export type SpiderQuadrantGate = z.infer<typeof spiderQuadrantSchema>;

interface Shape {
  readonly x: number;
  readonly y: number;
  readonly arms: readonly Point[];
}

/** From the centre along each arm. */
export const directionsOf = ({ x, y, arms }: Shape): readonly Point[] => arms.map(([ax, ay]) => [ax - x, ay - y]);

/** Positive where b stands against the clock from a. */
export const crossOf = ([ax, ay]: Point, [bx, by]: Point): number => ax * by - ay * bx;

export function isInOrder(gate: Shape): boolean {
  const arms = directionsOf(gate);
  return arms.every((arm, i) => crossOf(arm, arms[(i + 1) % 4]!) < 0);
}

/** How far from the centre a new gate's arms are held, in parts of an axis. */
const REACH = 0.25;

/** With upright and level arms. */
export const spiderQuadrant = ([x, y]: Point): SpiderQuadrantGate => ({
  kind: 'spider-quadrant',
  x,
  y,
  arms: [
    [x - REACH, y],
    [x, y + REACH],
    [x + REACH, y],
    [x, y - REACH],
  ],
});
