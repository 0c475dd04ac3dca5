import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../../../core/data/events/channel.ts';
import { CHUNK } from '../../../../../core/data/events/chunk.ts';
import type { ColumnSource } from '../../../../../core/data/events/column-source.ts';
import { solveCompensation } from '../../../../../core/data/events/compensation.ts';
import type { RawColumn, Shard } from '../../../../../core/data/events/event-table.ts';
import { openSampleColumns } from '../../../../../core/data/events/sample-columns.ts';
import { openScratchMemory, scratchMemoryBytes } from '../../../../../core/data/events/scratch-memory.ts';
import { createMemoryPool, type MemoryPool } from '../../../../../core/data/memory/memory-pool.ts';
import { compileTransform } from '../../../../../core/data/transforms/transforms.ts';
import { builtKernels } from '../../../../kernel-module.ts';

/* What a pass and whole columns hold, against sums that are written out here. */

const events = 3 * CHUNK + 77;
const cut = 2 * CHUNK;
const compensated = [0, 1, 2, 3, 4, 5];
const channels: readonly Channel[] = [
  ...compensated.map((i): Channel => ({ index: i + 1, name: `F${i}`, bits: 32, range: 262_144, detail: {} })),
  { index: 7, name: 'SSC', bits: 32, range: 262_144, gain: 8, detail: {} },
  { index: 8, name: 'FL1', bits: 16, range: 1024, amplification: { decades: 4, offset: 1 }, detail: {} },
];
const stored = channels.map((_, channel) =>
  Float32Array.from({ length: events }, (_, i) => (channel === 7 ? i % 1024 : Math.fround(900 * Math.sin(i * (channel + 1.3)) + 300))),
);
const matrix = compensated.map((i) => compensated.map((j) => (i === j ? 1 : 0.01 * (1 + ((i * 7 + j) % 5)))));
const compensation = solveCompensation({ channels: compensated, matrix })!;
const logicle = compileTransform({ kind: 'logicle', T: 262_144, W: 0.5, M: 4.5, A: 0 });
const arcsinh = compileTransform({ kind: 'arcsinh', T: 1500, M: 2, A: 0.5 });
const ratio: ColumnSource = {
  kind: 'ratio',
  numerator: { kind: 'channel', channel: 0, factor: 2 },
  denominator: { kind: 'channel', channel: 1, factor: 1 },
  A: 3,
  B: 1,
  C: -2,
};

const linear = (of: number, event: number): number => {
  if (of === 6) return stored[6]![event]! / 8;
  if (of === 7) return 10 ** ((4 / 1024) * stored[7]![event]!);
  let sum = 0;
  for (const member of compensated) sum += compensation.inverse[member]![of]! * stored[member]![event]!;
  return sum;
};
const wanted = [
  { of: 0, scale: logicle, at: (event: number) => logicle.scale(linear(0, event)) },
  { of: 0, at: (event: number) => linear(0, event) },
  { of: 1, scale: logicle, at: (event: number) => logicle.scale(linear(1, event)) },
  { of: 1, scale: arcsinh, at: (event: number) => arcsinh.scale(linear(1, event)) },
  ...[2, 3, 4, 5].map((of) => ({ of, scale: logicle, at: (event: number) => logicle.scale(linear(of, event)) })),
  { of: 6, at: (event: number) => linear(6, event) },
  { of: 7, scale: arcsinh, at: (event: number) => arcsinh.scale(linear(7, event)) },
  { of: ratio, at: (event: number) => (3 * (2 * stored[0]![event]! - 1)) / (stored[1]![event]! + 2) },
];

function openColumns(pool: MemoryPool, hasScratch: boolean) {
  const shards = [
    [0, cut],
    [cut, events],
  ].map(([from = 0, to = 0]): Shard<RawColumn> => {
    const arena = pool.acquire(stored.length * (4 * (to - from) + 64) + (hasScratch ? scratchMemoryBytes(false) : 0));
    const columns = stored.map((values) => {
      const column = arena.float32(to - from);
      column.set(values.subarray(from, to));
      return column as Float32Array as RawColumn;
    });
    return { firstEvent: from, eventCount: to - from, columns, arena, ...(hasScratch && { scratch: openScratchMemory(arena, false) }) };
  });
  return openSampleColumns({ eventCount: events, shards, release: () => undefined }, channels, compensation, pool);
}

it('gives all memory back where its bound is met at a later column', () => {
  const pool = createMemoryPool(40 * 65_536);
  const columns = openColumns(pool, false);
  expect(() => columns.together(wanted.flatMap((one) => [one, { ...one, scale: arcsinh }, { ...one, scale: logicle }]))).toThrowError(
    expect.objectContaining({ code: 'memory-limit' }),
  );
  columns.release();
  expect(columns.together(wanted)).toHaveLength(wanted.length);
});

describe.each([
  ['plain TypeScript', () => openColumns(createMemoryPool(2 ** 28), false)],
  ['kernels, stored values laid down', () => openColumns(createMemoryPool(2 ** 28, builtKernels()), false)],
  ['kernels, where the stored values lie', () => openColumns(createMemoryPool(2 ** 28, builtKernels()), true)],
])('columns by %s', (_, open) => {
  const expected = wanted.map(({ at }) => Float64Array.from({ length: events }, (_, event) => at(event)));
  const passed = (columns: ReturnType<typeof open>) => {
    const found = wanted.map(() => new Float64Array(events));
    columns.pass(wanted, (made, { shard, start }) => {
      made.forEach((values, i) => void found[i]!.set(values, shard.firstEvent + start));
    });
    return found;
  };

  it('made chunk by chunk', () => expect(passed(open())).toEqual(expected));

  it('made chunk by chunk where some are kept already, and some linear ones', () => {
    const columns = open();
    columns.scaled(1, logicle);
    columns.linear(3);
    columns.linear(4);
    expect(passed(columns)).toEqual(expected);
  });

  it('made whole, together and one by one', () => {
    const whole = (parts: readonly Float64Array[]) => Float64Array.from(parts.flatMap((part) => [...part]));
    expect(open().together(wanted).map(whole)).toEqual(expected);
    const columns = open();
    expect(wanted.map((one) => whole('scale' in one && one.scale ? columns.scaled(one.of, one.scale) : columns.linear(one.of)))).toEqual(
      expected,
    );
    const first = wanted.slice(0, 2);
    expect(open().ahead(first, wanted).map(whole)).toEqual(expected.slice(0, 2));
  });

  it('not within each other', () => {
    const columns = open();
    expect(() => columns.pass([{ of: 0 }], () => void columns.linear(1))).toThrow('a pass within a pass');
    expect(passed(columns)).toEqual(expected);
  });

  it('of a sample of chunks, and of blocks that are claimed', () => {
    const seen: number[] = [];
    open().pass([{ of: 0 }], (_, { shard, start }) => void seen.push(shard.firstEvent + start), { every: 2 });
    expect(seen).toEqual([0, cut]);
    const none: number[] = [];
    open().pass([{ of: 0 }], (_, { start }) => void none.push(start), { claim: () => Number.POSITIVE_INFINITY });
    expect(none).toEqual([]);
  });
});
