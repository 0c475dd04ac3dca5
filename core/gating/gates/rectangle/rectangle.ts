import { type Bitmask, fillWords, fullMask, not } from '../../../data/events/bitmask.ts';
import type { ScaledColumn } from '../../../data/events/event-table.ts';
import type { GateKind } from '../kind/gate.ts';
import { levels, type Range, uprights } from '../kind/geometry.ts';
import type { GridAxes } from '../kind/grid.ts';
import type { GateParts } from '../kind/parts.ts';
import { bounds, cornersOf, editing, tools, turn } from './editing.ts';
import { linearWork } from './linear-work.ts';
import { type RectangleGate, rectangleSchema } from './schema.ts';

export const rectangle: GateKind<RectangleGate> = {
  schema: rectangleSchema,
  words: ({ ranges }) => (ranges.length === 1 ? { en: 'range', ja: '範囲' } : { en: 'rectangle', ja: '矩形' }),
  populationCount: () => 1,
  dimensionCount: ({ ranges }) => ranges.length,
  evaluate({ ranges, outside = false }, { columns, eventCount }, [members]) {
    const mask = members as Bitmask;
    mask.set(fullMask(eventCount));
    ranges.forEach((range, i) => keepWithin(mask, columns[i]!, eventCount, range));
    if (!outside) return;
    mask.set(not(mask, eventCount));
    ranges.forEach((_, i) => keepWithin(mask, columns[i]!, eventCount, {}));
  },
  work: ({ ranges, outside = false }) => ({
    run({ kernels: { keepInRange }, columns, events, words: [words] }) {
      const keep = ({ min = Number.NEGATIVE_INFINITY, max = Number.NaN }: Range, i: number) =>
        keepInRange(columns[i]!, events, min, max, words!.byteOffset);
      words!.fill(0xffff_ffff);
      ranges.forEach(keep);
      if (!outside) return;
      for (let i = 0; i < words!.length; i++) words![i] = ~words![i]!;
      ranges.forEach((_, i) => void keep({}, i));
    },
  }),
  linearWork,
  countOnGrid(drawn, axes, { evaluateLinear }) {
    evaluateLinear(openedAtEnds(drawn, axes));
    return true;
  },
  mapCoordinates: (gate, maps) => ({
    ...gate,
    ranges: gate.ranges.map(({ min, max }, i) => ({
      ...(min === undefined ? {} : { min: maps[i]!(min) }),
      ...(max === undefined ? {} : { max: maps[i]!(max) }),
    })),
  }),
  isUpright: true,
  lines(gate, window) {
    const [[x0, y0], [x1, y1]] = cornersOf(gate, window);
    return [
      [
        [x0, y0],
        [x1, y0],
        [x1, y1],
        [x0, y1],
        [x0, y0],
      ],
    ];
  },
  labelPlace: (gate, _part, window) => ({ around: cornersOf(gate, window) }),
  parts: (gate) => (gate.ranges.length <= 2 ? partsOf(gate) : undefined),
  editing,
  turn,
  bounds,
  tools,
  cuts: {
    along: ({ ranges }, dimension) => [ranges[dimension]?.min, ranges[dimension]?.max].filter((at) => at !== undefined),
    at: cutOf,
    landmarks(gate, population, [dimension = '']) {
      const at = gate.ranges.length === 1 ? cutOf(gate, 0) : undefined;
      return at === undefined ? [] : [[`${population} ${dimension}`, at]];
    },
  },
  pieces: (gate) => [gate],
};

/** Takes out events that are not in the range; NaN is in none. */
function keepWithin(
  mask: Bitmask,
  column: ScaledColumn,
  eventCount: number,
  { min = Number.NEGATIVE_INFINITY, max = Number.NaN }: Range,
): void {
  fillWords(mask, eventCount, (start, end) => {
    const before = mask[start >>> 5]!;
    if (before === 0) return 0;
    let word = 0;
    for (let event = start; event < end; event++) {
      const value = column[event]!;
      // nothing is at or above an absent maximum
      if (value >= min && !(value >= max)) word |= 1 << event;
    }
    return word & before;
  });
}

/** A bound at or beyond the end of its axis holds nothing back. */
function openedAtEnds(gate: RectangleGate, axes: GridAxes): RectangleGate {
  const ranges = gate.ranges.map(({ min, max }, i) => ({
    ...(min === undefined || min <= (axes[i]?.lowest ?? Number.NEGATIVE_INFINITY) ? {} : { min }),
    ...(max === undefined || max >= (axes[i]?.highest ?? Number.POSITIVE_INFINITY) ? {} : { max }),
  }));
  return { ...gate, ranges };
}

/** Of a range with two bounds, the lower one. */
function cutOf({ ranges }: RectangleGate, dimension: number): number | undefined {
  return ranges[dimension]?.min ?? ranges[dimension]?.max;
}

function partsOf({ ranges: [xs = {}, ys = {}], outside }: RectangleGate): GateParts {
  const isMeant = outside !== true;
  // nothing is at or above an absent maximum
  const { min: left = Number.NEGATIVE_INFINITY, max: right = Number.NaN } = xs;
  const { min: bottom = Number.NEGATIVE_INFINITY, max: top = Number.NaN } = ys;
  return {
    test: (x, y) => ((x >= left && !(x >= right) && y >= bottom && !(y >= top)) === isMeant ? 1 : 0),
    edges: () => ({ lines: [...uprights([xs.min, xs.max]), ...levels([ys.min, ys.max])], margin: 0 }),
  };
}
