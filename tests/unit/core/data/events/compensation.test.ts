import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionNumber, invert, multiply } from '../../../../../core/base/math/matrix.ts';
import type { Channel } from '../../../../../core/data/events/channel.ts';
import { solveCompensation } from '../../../../../core/data/events/compensation.ts';
import type { EventTable, RawColumn } from '../../../../../core/data/events/event-table.ts';
import { openSampleColumns } from '../../../../../core/data/events/sample-columns.ts';
import { createMemoryPool } from '../../../../../core/data/memory/memory-pool.ts';

const spillovers = fc
  .integer({ min: 2, max: 12 })
  .chain((n) =>
    fc
      .array(fc.array(fc.double({ min: 0, max: 0.9 / n, noNaN: true }), { minLength: n, maxLength: n }), { minLength: n, maxLength: n })
      .map((rows) => rows.map((row, i) => row.map((value, j) => (i === j ? 1 : value)))),
  );

describe('the inverse of a spillover matrix', () => {
  it('times the matrix is the identity', () => {
    fc.assert(
      fc.property(spillovers, (matrix) => {
        const product = multiply(matrix, invert(matrix) ?? []);
        product.forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(i === j ? 1 : 0, 12)));
      }),
    );
  });
  it('does not exist for channels that cannot be told apart', () => {
    expect(
      invert([
        [1, 1],
        [1, 1],
      ]),
    ).toBeUndefined();
    expect(
      solveCompensation({
        channels: [0, 1],
        matrix: [
          [1, 1],
          [1, 1],
        ],
      }),
    ).toBeUndefined();
  });
  it('has the condition number of the identity at 1', () =>
    expect(
      conditionNumber(
        [
          [1, 0],
          [0, 1],
        ],
        [
          [1, 0],
          [0, 1],
        ],
      ),
    ).toBe(1));
});

describe('compensated columns', () => {
  const pool = createMemoryPool(2 ** 28);
  const channels: readonly Channel[] = ['A', 'B', 'C'].map((name, i) => ({ index: i + 1, name, bits: 32, range: 262_144, detail: {} }));

  function tableOf(columns: readonly (readonly number[])[]): EventTable {
    const eventCount = columns[0]?.length ?? 0;
    const arena = pool.acquire(65_536);
    return {
      eventCount,
      shards: [{ firstEvent: 0, eventCount, columns: columns.map((column) => Float32Array.from(column) as RawColumn), arena }],
      release: () => arena.release(),
    };
  }

  it('give back what was spilled', () => {
    const truth = [
      [100, 0, 5000],
      [0, 2000, -30],
    ] as const;
    const matrix = [
      [1, 0.25],
      [0.125, 1],
    ];
    const observed = multiply(
      truth[0].map((_, i) => [truth[0][i] ?? 0, truth[1][i] ?? 0]),
      matrix,
    );
    const table = tableOf([observed.map((row) => row[0] ?? 0), observed.map((row) => row[1] ?? 0), [1, 2, 3]]);
    const columns = openSampleColumns(table, channels, solveCompensation({ channels: [0, 1], matrix }), pool);
    expect([...(columns.linear(0)[0] ?? [])].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([100, 0, 5000]);
    expect([...(columns.linear(1)[0] ?? [])].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([0, 2000, -30]);
    expect([...(columns.linear(2)[0] ?? [])]).toEqual([1, 2, 3]);
    columns.release();
    table.release();
  });

  it('undo log amplification and gain, but not the gain of time', () => {
    const amplified: readonly Channel[] = [
      { index: 1, name: 'FL1-H', bits: 16, range: 1024, amplification: { decades: 4, offset: 1 }, detail: {} },
      { index: 2, name: 'SSC-H', bits: 16, range: 1024, gain: 8, detail: {} },
      { index: 3, name: 'Time', bits: 16, range: 1024, gain: 0.01, detail: {} },
    ];
    const table = tableOf([
      [0, 512],
      [8, 800],
      [1, 2],
    ]);
    const columns = openSampleColumns(table, amplified, undefined, pool);
    expect([...(columns.linear(0)[0] ?? [])].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([1, 100]);
    expect([...(columns.linear(1)[0] ?? [])]).toEqual([1, 100]);
    expect([...(columns.linear(2)[0] ?? [])]).toEqual([1, 2]);
  });
});

describe('the memory pool', () => {
  it('reuses memory and never exceeds its bound', () => {
    const small = createMemoryPool(10 * 65_536);
    for (let i = 0; i < 100; i++) {
      const arena = small.acquire(3 * 65_536);
      arena.float64(1000).fill(i);
      arena.release();
    }
    expect(small.reservedBytes).toBe(3 * 65_536);
    const held = small.acquire(8 * 65_536);
    expect(() => small.acquire(4 * 65_536)).toThrowError(expect.objectContaining({ code: 'memory-limit' }));
    held.release();
    expect(small.acquire(4 * 65_536).freeBytes).toBeGreaterThanOrEqual(4 * 65_536);
  });
});
