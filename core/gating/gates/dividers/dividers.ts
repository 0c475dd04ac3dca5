import * as z from 'zod';
import { rule } from '../../../base/rule.ts';
import { add, type Bitmask } from '../../../data/events/bitmask.ts';
import type { GateKind } from '../kind/gate.ts';
import { closedBounds, type Line, type Range } from '../kind/geometry.ts';

/**
 * Space cut by dividers, one or more in each of any number of dimensions (Gating-ML 2.0 section 5.4). Values of one dimension cut it
 * into cells 0, 1, ...; a value on a divider belongs to the cell above. Each population takes one cell of each dimension, or any
 * (null). Populations that a file leaves out hold no event here either.
 */
const dividersSchema = z
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

export const dividers: GateKind<DividersGate> = {
  schema: dividersSchema,
  words: () => ({ en: 'dividers', ja: '分割線' }),
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
