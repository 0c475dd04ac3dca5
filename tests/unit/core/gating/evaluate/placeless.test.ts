import { expect, it } from 'vitest';
import { has } from '../../../../../core/data/events/bitmask.ts';
import type { Channel } from '../../../../../core/data/events/channel.ts';
import type { RawColumn } from '../../../../../core/data/events/event-table.ts';
import { openSampleColumns } from '../../../../../core/data/events/sample-columns.ts';
import { createMemoryPool } from '../../../../../core/data/memory/memory-pool.ts';
import { compileTransform } from '../../../../../core/data/transforms/transforms.ts';
import { evaluateStrategy } from '../../../../../core/gating/evaluate/evaluate-strategy.ts';
import type { GateNode } from '../../../../../core/gating/strategy/strategy.ts';
import { builtKernels } from '../../../../kernel-module.ts';

/* An event that has no number on a coordinate is in no gate on it, and not in the complement of one either. */

const nothing = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
/** Events 0 to 2 have no number on X, 3 to 5 none on Y, 6 to 9 have both. */
const columnsOf = [
  [...nothing, 1, 1, 1, 1, 9, 1, 9],
  [1, 1, 1, ...nothing, 1, 1, 9, 9],
];
const strategy: readonly GateNode[] = [
  { dimensions: ['X'], gate: { kind: 'rectangle', ranges: [{ min: 0.5 }] }, populations: [{ name: 'high' }] },
  { dimensions: ['X'], gate: { kind: 'rectangle', ranges: [{ max: 0.5 }] }, populations: [{ name: 'low' }] },
  { dimensions: ['X'], gate: { kind: 'rectangle', ranges: [{ min: 0.5 }], outside: true }, populations: [{ name: 'outside' }] },
  {
    dimensions: ['X', 'Y'],
    gate: { kind: 'quadrant', x: 0.5, y: [0.5, 0.5] },
    populations: ['UL', 'UR', 'LR', 'LL'].map((name) => ({ name })),
  },
  {
    dimensions: [],
    gate: { kind: 'boolean', operation: 'and', operands: [{ population: 'high', complement: true }] },
    populations: [{ name: 'not high' }],
  },
  {
    dimensions: [],
    gate: { kind: 'boolean', operation: 'or', operands: ['UR', 'LR'].map((population) => ({ population, complement: false })) },
    populations: [{ name: 'right' }],
  },
  {
    dimensions: [],
    gate: { kind: 'boolean', operation: 'and', operands: [{ population: 'right', complement: true }] },
    populations: [{ name: 'not right' }],
  },
];

it.each([
  ['reference', undefined, undefined],
  ['compiled', builtKernels(), undefined],
  [
    'compensated',
    builtKernels(),
    {
      channels: [0, 1],
      inverse: [
        [1, -1e-9],
        [-1e-9, 1],
      ],
    },
  ],
] as const)('by %s kernels', (name, kernels, matrix) => {
  const pool = createMemoryPool(2 ** 26, kernels);
  const channels = ['X', 'Y'].map((of, i): Channel => ({ index: i + 1, name: of, bits: 32, range: 10, detail: {} }));
  const raw = columnsOf.map((values) => Float32Array.from(values) as Float32Array as RawColumn);
  const shard = { firstEvent: 0, eventCount: 10, columns: raw, arena: pool.acquire(1) };
  const compensation = matrix && { channels: [...matrix.channels], inverse: matrix.inverse.map((row) => [...row]) };
  const columns = openSampleColumns({ eventCount: 10, shards: [shard], release: () => undefined }, channels, compensation as never, pool);
  const scale = compileTransform({ kind: 'linear', T: 10, A: 0 });
  const { populations } = evaluateStrategy(strategy, columns, (id) => ({ index: id === 'X' ? 0 : 1, scale }));
  const held = Object.fromEntries(
    populations.slice(1).map(({ name: of, members }) => [of, [...Array(10).keys()].filter((event) => has(members, event))]),
  );
  // with a matrix over both channels an event without one number has neither
  const both = name === 'compensated' ? [6, 7, 8, 9] : [3, 4, 5, 6, 7, 8, 9];
  const low = both.filter((event) => event !== 7 && event !== 9);
  expect(held).toEqual({
    high: [7, 9],
    low,
    outside: low,
    UL: [8],
    UR: [9],
    LR: [7],
    LL: [6],
    'not high': low,
    right: [7, 9],
    'not right': [6, 8],
  });
});
