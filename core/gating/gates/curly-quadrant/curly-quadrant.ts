import * as z from 'zod';
import { add, type Bitmask } from '../../../data/events/bitmask.ts';
import type { GateKind } from '../kind/gate.ts';
import { type Line, levels, type PlotWindow, type Point, uprights } from '../kind/geometry.ts';

/**
 * A cross whose right and upper arms bend outwards, since the spread of bright events grows with their brightness: beyond x the
 * horizontal arm rises by bend * (256 d)^1.5 / 256, and the vertical arm likewise, d being the distance from the centre as a part of
 * the axis. FlowJo publishes no formula; this bend was fitted by others to its counts, to 0.6 % of the parent: results are approximate.
 * Populations clockwise from upper left, as for the straight quadrant; `corner` picks one of them.
 */
const curlyQuadrantSchema = z.strictObject({
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
  schema: curlyQuadrantSchema,
  words: () => ({ en: 'curly quadrant', ja: '曲線クアドラント' }),
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
  mapCoordinates: (gate, [x, y]) => ({ ...gate, x: x!(gate.x), y: y!(gate.y) }),
  isUpright: false,
  lines: curlyLines,
  labelPlace: ({ corner }, part) => ({ corners: [corner ?? part] }),
  parts(gate) {
    const { x, y, corner } = gate;
    return {
      test:
        corner === undefined
          ? (px, py) => (curlyPartOf(gate, px, py) ?? -1) + 1
          : (px, py) => (curlyPartOf(gate, px, py) === corner ? 1 : 0),
      edges: () => ({ lines: [...uprights([x]), ...levels([y])], margin: 0, unsure: { x, y } }),
    };
  },
  editing: {
    movesWhole: false,
    handles: ({ x, y }) => [{ id: 'crossing', at: [x, y], cursor: 'move' }],
    withHandle: (gate, _id, [x, y]) => ({ ...gate, x, y }),
  },
  bounds: {
    of: ({ x, y }) => [
      { id: 'x', dimension: 0, kind: 'divider', position: x },
      { id: 'y', dimension: 1, kind: 'divider', position: y },
    ],
    with: (gate, { id }, position) => (position === undefined ? gate : { ...gate, [id]: position }),
  },
  tools: [
    {
      name: 'curly',
      gesture: 'point',
      gateOf: ([x, y]) => ({ kind: 'curly-quadrant', x, y }),
    },
  ],
};

/** How far an arm has bent at a distance from the centre, both as parts of the axis. */
const bendAt = (distance: number): number => (BEND * (CHANNELS * Math.max(distance, 0)) ** POWER) / CHANNELS;

function curlyPartOf({ x, y }: CurlyQuadrantGate, px: number, py: number): 0 | 1 | 2 | 3 | undefined {
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

const STEPS = 96;

/** The four arms of a curly quadrant, out to the ends of the window. */
function curlyLines(
  { x, y }: CurlyQuadrantGate,
  { x: { min: left, max: right }, y: { min: bottom, max: top } }: PlotWindow,
): readonly Line[] {
  const along = (end: number, start: number) => Array.from({ length: STEPS + 1 }, (_, i) => (Math.max(0, end - start) * i) / STEPS);
  return [
    [
      [left, y],
      [x, y],
    ],
    [
      [x, bottom],
      [x, y],
    ],
    along(right, x).map((d): Point => [x + d, y + bendAt(d)]),
    along(top, y).map((d): Point => [x + bendAt(d), y + d]),
  ];
}
