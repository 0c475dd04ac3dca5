import fc from 'fast-check';
import { expect, it } from 'vitest';
import { add, type Bitmask, emptyMask, forEachEvent } from '../../../core/events/bitmask.ts';
import { keyColumn } from '../../../core/statistics/keyed-column.ts';
import { labelEvents } from '../../../core/statistics/label-events.ts';
import { labelledMedians } from '../../../core/statistics/labelled-medians.ts';
import { gateBenches } from '../gates/gate-examples.ts';

/** Numbers of every size, the same ones often, and what is no number. */
const value = fc.oneof(
  fc.double(),
  fc.double({ min: 0.999, max: 1.001, noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 5e-324, 1.7e308),
);
const event = fc.record({ value, membership: fc.nat(2 ** 12 - 1) });

function medianBySorting(values: readonly number[]): number {
  const sorted = Float64Array.from(values.filter((v) => !Number.isNaN(v))).sort();
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  return n % 2 === 1 ? sorted[n >> 1]! : (sorted[n / 2 - 1]! + sorted[n / 2]!) / 2;
}

function check(values: readonly number[], masks: readonly Bitmask[], shard: number): void {
  const all = Float64Array.from(values);
  const parts = [all.subarray(0, shard), all.subarray(shard)];
  const column = keyColumn(parts, new Uint16Array(all.length));
  for (const bench of gateBenches) {
    const { keys, counts } = keyColumn(parts, new Uint16Array(all.length), bench);
    expect([
      Buffer.compare(Buffer.from(keys.buffer), Buffer.from(column.keys.buffer)),
      Buffer.compare(Buffer.from(counts.buffer), Buffer.from(column.counts.buffer)),
    ]).toEqual([0, 0]);
  }
  const found = new Map(labelEvents(masks, all.length).flatMap((labels) => [...labelledMedians(column, labels)]));
  masks.forEach((mask, population) => {
    const own: number[] = [];
    forEachEvent(mask, (i) => own.push(values[i]!));
    const expected = medianBySorting(own);
    expect((found.get(population) ?? Number.NaN) + 0).toBe(expected + 0);
  });
}

it('medians of all populations are those of sorted values', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 400 }), fc.integer({ min: 1, max: 12 }), fc.nat(400), (events, populations, shard) => {
      const masks = Array.from({ length: populations }, () => emptyMask(events.length));
      events.forEach(({ membership }, i) => {
        masks.forEach((mask, population) => {
          if ((membership >> population) % 2 === 1) add(mask, i);
        });
      });
      check(
        events.map((e) => e.value),
        masks,
        Math.min(shard, events.length),
      );
    }),
  );
});

it('many events in few and in many bins', () => {
  const values = Array.from({ length: 30_000 }, (_, i) =>
    i % 3 === 0 ? -Math.exp((i % 97) / 7) : i % 5 === 0 ? 1e-20 : Math.sin(i) * 1000,
  );
  const masks = [1, 2, 3, 7, 1000].map((every) => {
    const mask = emptyMask(values.length);
    values.forEach((_, i) => i % every === 0 && add(mask, i));
    return mask;
  });
  check(values, masks, 12_345);
});
