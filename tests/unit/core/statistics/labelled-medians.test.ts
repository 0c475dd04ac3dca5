import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, type Bitmask, emptyMask, forEachEvent } from '../../../../core/data/events/bitmask.ts';
import type { Channel } from '../../../../core/data/events/channel.ts';
import { CHUNK } from '../../../../core/data/events/chunk.ts';
import type { RawColumn } from '../../../../core/data/events/event-table.ts';
import { openSampleColumns } from '../../../../core/data/events/sample-columns.ts';
import { createMemoryPool } from '../../../../core/data/memory/memory-pool.ts';
import { channelMedians } from '../../../../core/statistics/channel-medians.ts';
import { labelEvents } from '../../../../core/statistics/label-events.ts';
import { builtKernels } from '../../../kernel-module.ts';

/** Numbers of every size, the same ones often, and what is no number. */
const value = fc.oneof(
  fc.double({ min: -1e20, max: 1e20 }),
  fc.double({ min: 0.999, max: 1.001, noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 5e-324, 1e20),
);
const event = fc.record({ value, other: value, membership: fc.nat(2 ** 12 - 1) });
/** Reference and compiled kernels. */
const pools = [createMemoryPool(2 ** 28), createMemoryPool(2 ** 28, builtKernels())];

function medianBySorting(values: readonly number[]): number {
  const sorted = Float64Array.from(values.filter(Number.isFinite)).sort();
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  return n % 2 === 1 ? sorted[n >> 1]! : (sorted[n / 2 - 1]! + sorted[n / 2]!) / 2;
}

/** Columns of one sample; the first shard holds `shard` events. */
function check(all: readonly (readonly number[])[], masks: readonly Bitmask[], shard: number): void {
  const length = all[0]!.length;
  const channels = all.map((_, i): Channel => ({ index: i + 1, name: `${i}`, bits: 64, range: 1, detail: {} }));
  const labels = labelEvents(masks, length);
  for (const pool of pools) {
    const arena = pool.acquire(1);
    const shards = [
      [0, shard],
      [shard, length],
    ].map(([from = 0, to = 0]) => ({
      firstEvent: from,
      eventCount: to - from,
      columns: all.map((values) => Float64Array.from(values.slice(from, to)) as RawColumn),
      arena,
    }));
    const columns = openSampleColumns({ eventCount: length, shards, release: () => undefined }, channels, undefined, pool);
    const found = labels.map((group) =>
      channelMedians(
        channels.map((_, i) => i),
        group,
        columns,
      ),
    );
    all.forEach((values, channel) => {
      const medians = new Map(found.flatMap((of) => [...of[channel]!]));
      masks.forEach((mask, population) => {
        const own: number[] = [];
        forEachEvent(mask, (i) => own.push(values[i]!));
        expect((medians.get(population) ?? Number.NaN) + 0).toBe(medianBySorting(own) + 0);
      });
    });
  }
}

describe('medians of all populations are those of sorted values', () => {
  it('whatever the values', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 400 }), fc.integer({ min: 1, max: 12 }), fc.nat(12), (events, populations, shard) => {
        const masks = Array.from({ length: populations }, () => emptyMask(events.length));
        events.forEach(({ membership }, i) => {
          masks.forEach((mask, population) => {
            if ((membership >> population) % 2 === 1) add(mask, i);
          });
        });
        check([events.map((e) => e.value), events.map((e) => e.other)], masks, Math.min(32 * shard, 32 * Math.floor(events.length / 32)));
      }),
    );
  });

  const many = 24 * CHUNK + 77;
  const masksOf = (everies: readonly number[]) =>
    everies.map((every) => {
      const mask = emptyMask(many);
      for (let i = 0; i < many; i += every) add(mask, i);
      return mask;
    });
  const columnsOf = (...makers: readonly ((i: number) => number)[]) =>
    makers.map((make) => Array.from({ length: many }, (_, i) => make(i)));

  it('of many events in few and in many keys, five channels in two groups', () =>
    check(
      columnsOf(
        (i) => (i % 3 === 0 ? -Math.exp((i % 97) / 7) : i % 5 === 0 ? 1e-20 : Math.sin(i) * 1000),
        (i) => (i % 2 === 0 ? 0 : 1e9),
        () => 7,
        (i) => 1e15 + (i % 1000),
        (i) => Math.cos(i) * 1e20,
      ),
      masksOf([1, 2, 3, 7, 1000, 20_011]),
      8 * CHUNK,
    ));

  it('where the sampled chunks are not like the others', () =>
    check(
      columnsOf(
        (i) => (Math.floor(i / CHUNK) % 4 === 0 ? -50 : 1000) + (i % 31),
        (i) => i,
      ),
      masksOf([1, 5]),
      12 * CHUNK,
    ));

  it('of more labels than four channels have room for', () => {
    const masks = Array.from({ length: 7 }, () => emptyMask(many));
    for (let i = 0; i < many; i++) masks.forEach((mask, bit) => ((i * 2_654_435_761) >>> (20 + bit)) % 2 === 1 && add(mask, i));
    check(
      columnsOf(
        (i) => Math.sin(i),
        (i) => Math.sin(2 * i),
        (i) => i % 10,
      ),
      masks,
      4 * CHUNK,
    );
  });
});
