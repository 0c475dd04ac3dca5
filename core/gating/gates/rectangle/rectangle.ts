import * as z from 'zod';
import { type Bitmask, fillWords, fullMask, not } from '../../../data/events/bitmask.ts';
import type { ScaledColumn } from '../../../data/events/event-table.ts';
import type { GateKind } from '../kind/gate.ts';

/** Ranges in any number of dimensions. Gating-ML 2.0 section 5.1: min is inside, max is not; an absent bound is open. */
export const rectangleSchema = z.strictObject({
  kind: z.literal('rectangle'),
  ranges: z.array(z.strictObject({ min: z.number().optional(), max: z.number().optional() })).min(1),
  /** The events outside are meant. */
  outside: z.literal(true).optional(),
});
export type RectangleGate = z.infer<typeof rectangleSchema>;
type Range = RectangleGate['ranges'][number];

export const rectangle: GateKind<RectangleGate> = {
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
  mapCoordinates: (gate, maps) => ({
    ...gate,
    ranges: gate.ranges.map(({ min, max }, i) => ({
      ...(min === undefined ? {} : { min: maps[i]!(min) }),
      ...(max === undefined ? {} : { max: maps[i]!(max) }),
    })),
  }),
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
