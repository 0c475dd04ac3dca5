import * as z from 'zod';
import { add, type Bitmask } from '../../../data/events/bitmask.ts';
import type { GateKind } from '../kind/gate.ts';

/**
 * A cross whose right and upper arms bend outwards, since the spread of bright events grows with their brightness: beyond x the
 * horizontal arm rises by bend * (256 d)^1.5 / 256, and the vertical arm likewise, d being the distance from the centre as a part of
 * the axis. FlowJo publishes no formula; this bend was fitted by others to its counts, to 0.6 % of the parent: results are approximate.
 * Populations clockwise from upper left, as for the straight quadrant; `corner` picks one of them.
 */
export const curlyQuadrantSchema = z.strictObject({
  kind: z.literal('curly-quadrant'),
  x: z.number(),
  y: z.number(),
  corner: z.int().min(0).max(3).optional(),
});
export type CurlyQuadrantGate = z.infer<typeof curlyQuadrantSchema>;

const BEND = 0.012;
const POWER = 1.5;
/** Display channels that the bend was fitted in. */
const CHANNELS = 256;

export const curlyQuadrant: GateKind<CurlyQuadrantGate> = {
  populationCount: ({ corner }) => (corner === undefined ? 4 : 1),
  dimensionCount: () => 2,
  evaluate(gate, { columns, eventCount }, members) {
    const [xs, ys] = [columns[0]!, columns[1]!];
    for (let event = 0; event < eventCount; event++) {
      const part = curlyPartOf(gate, xs[event]!, ys[event]!);
      if (part === undefined) continue;
      if (gate.corner === undefined) add(members[part] as Bitmask, event);
      else if (gate.corner === part) add(members[0] as Bitmask, event);
    }
  },
  work: () => undefined,
  mapCoordinates: (gate, [x, y]) => ({ ...gate, x: x!(gate.x), y: y!(gate.y) }),
};

/** How far an arm has bent at a distance from the centre, both as parts of the axis. */
export const bendAt = (distance: number): number => (BEND * (CHANNELS * Math.max(distance, 0)) ** POWER) / CHANNELS;

export function curlyPartOf({ x, y }: CurlyQuadrantGate, px: number, py: number): 0 | 1 | 2 | 3 | undefined {
  const [dx, dy] = [px - x, py - y];
  if (Number.isNaN(dx) || Number.isNaN(dy)) return undefined;
  if (dx < 0) return dy < 0 ? 3 : 0;
  if (dy < 0) return 2;
  const [isAbove, isRight] = [dy >= bendAt(dx), dx >= bendAt(dy)];
  if (isAbove && isRight) return 1;
  if (isAbove) return 0;
  // far beyond the axis the arms would cross: the nearer one decides
  return isRight || dx >= dy ? 2 : 0;
}
