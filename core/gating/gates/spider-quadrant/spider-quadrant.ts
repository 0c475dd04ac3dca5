import { add, type Bitmask } from '../../../data/events/bitmask.ts';
import type { GateKind } from '../kind/gate.ts';
import type { Line, Point, Range } from '../kind/geometry.ts';
import { bounds, editing, endOf, tools, turn } from './editing.ts';
import { crossOf, directionsOf, isInOrder, type SpiderQuadrantGate, spiderQuadrantSchema } from './schema.ts';

export const spiderQuadrant: GateKind<SpiderQuadrantGate> = {
  schema: spiderQuadrantSchema,
  words: () => ({ en: 'spider quadrant', ja: 'スパイダークアドラント' }),
  populationCount: () => 4,
  dimensionCount: () => 2,
  evaluate(gate, { columns, eventCount }, members) {
    const partOf = partIn(gate);
    const [xs, ys] = [columns[0]!, columns[1]!];
    for (let event = 0; event < eventCount; event++) {
      const part = partOf(xs[event]!, ys[event]!);
      if (part > 0) add(members[part - 1] as Bitmask, event);
    }
  },
  /** Undefined where two arms would cross. */
  mapCoordinates(gate, [x, y]) {
    const arms = gate.arms.map(([ax, ay]) => [x!(ax), y!(ay)]) as SpiderQuadrantGate['arms'];
    const mapped = { ...gate, x: x!(gate.x), y: y!(gate.y), arms };
    return isInOrder(mapped) ? mapped : undefined;
  },
  isUpright: false,
  lines: (gate, window) => directionsOf(gate).map((arm): Line => [[gate.x, gate.y], endOf([gate.x, gate.y], arm, window)]),
  labelPlace: (_gate, part) => ({ corners: [part] }),
  parts: (gate) => ({
    test: partIn(gate),
    edges: () => ({
      lines: directionsOf(gate).map(([dx, dy]): Line => {
        const far = FAR / Math.hypot(dx, dy);
        return [
          [gate.x, gate.y],
          [gate.x + far * dx, gate.y + far * dy],
        ];
      }),
      margin: 0,
      isRimUnsure: true,
    }),
  }),
  editing,
  turn,
  bounds,
  tools,
  pieces: (gate) => [0, 1, 2, 3].map((part) => pieceOf(gate, part)),
};

/** Far beyond what a plot shows. */
const FAR = 1e9;
/** As far as numbers of 32 bits reach; an infinite place lies there. */
const LARGEST = 2 ** 128;
const finite = (value: number): number => Math.max(-LARGEST, Math.min(LARGEST, value));

/** The population of an event, from 1; 0 for NaN. */
function partIn(gate: SpiderQuadrantGate): (x: number, y: number) => number {
  const [left, upper, right, lower] = directionsOf(gate) as readonly [Point, Point, Point, Point];
  const { x, y } = gate;
  return (px, py) => {
    if (Number.isNaN(px) || Number.isNaN(py)) return 0;
    const place: Point = [finite(px) - x, finite(py) - y];
    const [ofLeft, ofUpper] = [crossOf(left, place) <= 0, crossOf(upper, place) <= 0];
    const [ofRight, ofLower] = [crossOf(right, place) < 0, crossOf(lower, place) < 0];
    // the centre, on all of them
    if (place[0] === 0 && place[1] === 0) return 2;
    if (ofLeft && !ofUpper) return 1;
    if (ofUpper && !ofRight) return 2;
    if (ofRight && !ofLower) return 3;
    return 4;
  };
}

/** A population as ranges where both of its arms are upright or level, else as a polygon that ends beyond every number of 32 bits. */
function pieceOf(gate: SpiderQuadrantGate, part: number): { readonly ranges: readonly Range[] } | { readonly vertices: readonly Point[] } {
  const directions = directionsOf(gate);
  const [from, to] = [directions[part]!, directions[(part + 1) % 4]!];
  const { x, y } = gate;
  const isLevel = ([dx, dy]: Point) => dx !== 0 && dy === 0;
  const isUpright = ([dx, dy]: Point) => dx === 0 && dy !== 0;
  if ((isLevel(from) && isUpright(to)) || (isUpright(from) && isLevel(to))) {
    const [dx, dy] = [from[0] + to[0], from[1] + to[1]];
    return { ranges: [dx < 0 ? { max: x } : { min: x }, dy < 0 ? { max: y } : { min: y }] };
  }
  const corners = (
    [
      [-1, -1],
      [-1, 1],
      [1, 1],
      [1, -1],
    ] as const
  )
    .filter((corner) => crossOf(from, corner) < 0 && crossOf(to, corner) > 0)
    .sort((a, b) => crossOf(a, b))
    .map(([cx, cy]): Point => [x + BEYOND_ALL * cx, y + BEYOND_ALL * cy]);
  return { vertices: [[x, y], ...armOf(gate, part), ...corners, ...armOf(gate, (part + 1) % 4).toReversed()] };
}

/** No number of 32 bits is as far from another. */
const BEYOND_ALL = 2 ** 130;
/** How many times as far each place of an arm is as the one before: a program that measures an edge from its far end loses no more digits. */
const STRIDE = 2 ** 10;

/** Places along an arm, from the one that the gate names to far beyond everything. */
function armOf(gate: SpiderQuadrantGate, place: number): readonly Point[] {
  const { x, y } = gate;
  const [dx, dy] = directionsOf(gate)[place]!;
  const end = BEYOND_ALL / Math.max(Math.abs(dx), Math.abs(dy));
  const steps: number[] = [];
  for (let step = 1; step < end / STRIDE; step *= STRIDE) steps.push(step);
  return [gate.arms[place]!, ...[...steps.slice(1), end].map((step): Point => [x + step * dx, y + step * dy])];
}
