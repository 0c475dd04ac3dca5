import { add, type Bitmask } from '../../../data/events/bitmask.ts';
import type { GateKind } from '../kind/gate.ts';
import { closedBounds, type Line, levels, type Range, uprights } from '../kind/geometry.ts';
import type { GateParts } from '../kind/parts.ts';
import { bounds, editing, tools, turn } from './editing.ts';
import { type DividersGate, dividersSchema } from './schema.ts';

export const dividers: GateKind<DividersGate> = {
  schema: dividersSchema,
  words: () => ({ en: 'dividers', ja: '境界' }),
  populationCount: ({ cells }) => cells.length,
  dimensionCount: ({ values }) => values.length,
  evaluate({ values, cells }, { columns, eventCount }, members) {
    const at = new Array<number>(values.length).fill(0);
    for (let event = 0; event < eventCount; event++) {
      for (let i = 0; i < values.length; i++) at[i] = cellOf(values[i]!, columns[i]![event]!);
      cells.forEach((row, part) => {
        if (row.every((cell, i) => (cell === null ? at[i]! >= 0 : at[i] === cell))) add(members[part] as Bitmask, event);
      });
    }
  },
  mapCoordinates: (gate, maps) => ({ ...gate, values: gate.values.map((row, i) => row.map((value) => maps[i]!(value))) }),
  isUpright: true,
  lines: ({ values: [xs = [], ys = []] }, { x, y }) => [
    ...xs.map(
      (value): Line => [
        [value, y.min],
        [value, y.max],
      ],
    ),
    ...ys.map(
      (value): Line => [
        [x.min, value],
        [x.max, value],
      ],
    ),
  ],
  labelPlace(gate, part, { x, y }) {
    const [xs, ys] = [rangeOf(gate, part, 0), rangeOf(gate, part, 1)];
    return {
      around: [
        [xs.min ?? x.min, ys.min ?? y.min],
        [xs.max ?? x.max, ys.max ?? y.max],
      ],
    };
  },
  parts: partsOf,
  editing,
  turn,
  bounds,
  tools,
  cuts: {
    along: ({ values }, dimension) => values[dimension] ?? [],
    at: ({ values }, dimension) => values[dimension]?.[0],
    landmarks: ({ values }, population, [dimension = '']) => {
      const at = values.length === 1 ? values[0]?.[0] : undefined;
      return at === undefined ? [] : [[`${population} ${dimension}`, at]];
    },
  },
  pieces: (gate) => gate.cells.map((row, part) => ({ ranges: row.map((_, dimension) => rangeOf(gate, part, dimension)) })),
};

/** How many dividers lie at or below the value; -1 for NaN, which is in no cell. */
function cellOf(values: readonly number[], value: number): number {
  if (Number.isNaN(value)) return -1;
  let cell = 0;
  while (cell < values.length && value >= values[cell]!) cell++;
  return cell;
}

/** Between which dividers a population lies. */
function rangeOf({ values, cells }: DividersGate, part: number, dimension: number): Range {
  const cell = cells[part]?.[dimension] ?? null;
  return cell === null ? {} : closedBounds({ min: values[dimension]?.[cell - 1], max: values[dimension]?.[cell] });
}

/** Undefined where populations share events, or in more than two dimensions. */
function partsOf(gate: DividersGate): GateParts | undefined {
  const { values, cells } = gate;
  const [xs = [], ys = []] = values;
  const meet = (a: number | null | undefined, b: number | null | undefined): boolean => a == null || b == null || a === b;
  const isShared = cells.some((row, i) => cells.slice(i + 1).some((other) => row.every((cell, j) => meet(cell, other[j]))));
  if (values.length > 2 || isShared) return undefined;
  return {
    test(x, y) {
      const at = [cellOf(xs, x), values.length < 2 ? 0 : cellOf(ys, y)];
      return cells.findIndex((row) => row.every((cell, i) => cell === null || cell === at[i])) + 1;
    },
    edges: () => ({ lines: [...uprights(xs), ...levels(ys)], margin: 0 }),
  };
}
