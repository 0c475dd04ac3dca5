import { expect, it } from 'vitest';
import { add, type Bitmask, emptyMask } from '../../../../../core/data/events/bitmask.ts';
import type { Channel } from '../../../../../core/data/events/channel.ts';
import { CHUNK } from '../../../../../core/data/events/chunk.ts';
import type { RawColumn } from '../../../../../core/data/events/event-table.ts';
import { openSampleColumns } from '../../../../../core/data/events/sample-columns.ts';
import { keyLayout } from '../../../../../core/data/kernels/reference/key-labelled.ts';
import { createMemoryPool } from '../../../../../core/data/memory/memory-pool.ts';
import { boundedScale } from '../../../../../core/data/transforms/bounded-scale.ts';
import { compileTransform } from '../../../../../core/data/transforms/transforms.ts';
import { evaluateFixed } from '../../../../../core/gating/evaluate/fixed-gates.ts';
import { countLabelled } from '../../../../../core/statistics/count-labelled.ts';
import { claimFrom, openClaims } from '../../../../../core/statistics/helper-thread/claims.ts';
import { helperJobs } from '../../../../../core/statistics/helper-thread/helper-jobs.ts';
import { shareColumns } from '../../../../../core/statistics/helper-thread/shared-columns.ts';
import { labelEvents } from '../../../../../core/statistics/label-events.ts';
import { builtKernels } from '../../../../kernel-module.ts';

/* Two threads do the blocks that they claim: together what one does alone. */

const events = 45 * 16 * CHUNK + 1234;
const pool = createMemoryPool(2 ** 30, builtKernels());
const channels = [0, 1].map((i): Channel => ({ index: i + 1, name: `${i}`, bits: 32, range: 262_144, detail: {} }));
const values = channels.map(
  (_, channel) => Float32Array.from({ length: events }, (_, i) => 1000 * Math.sin(i * (channel + 1.7)) + 500) as Float32Array as RawColumn,
);
const middle = 16 * 20 * CHUNK;
const table = {
  eventCount: events,
  shards: [
    { firstEvent: 0, eventCount: middle, columns: values.map((column) => column.subarray(0, middle) as RawColumn), arena: pool.acquire(1) },
    {
      firstEvent: middle,
      eventCount: events - middle,
      columns: values.map((column) => column.subarray(middle) as RawColumn),
      arena: pool.acquire(1),
    },
  ],
  release: () => undefined,
};
const columns = openSampleColumns(table, channels, undefined, pool);
const shared = shareColumns(table, channels, undefined);
const context = {
  signal: { aborted: false, reason: undefined, throwIfAborted: () => undefined },
  throwIfCancelled: () => undefined,
  progress: () => undefined,
};
const other = createMemoryPool(2 ** 30, builtKernels());
const jobs = helperJobs(() => other);

/** Every third number is the other thread's. */
const mine = () => {
  let n = -1;
  return () => (++n % 3 === 2 ? ++n : n);
};
const transform = { kind: 'logicle', T: 262_144, W: 0.5, M: 4.5, A: 0 } as const;
const gate = { kind: 'rectangle', ranges: [{ min: 0.4 }, { max: 0.6 }] } as { kind: 'rectangle'; ranges: { min?: number; max?: number }[] };
const keyed = { key: 'one', gate, channels: [0, 1].map((index) => ({ index, scale: compileTransform(transform) })) };

it.each([undefined, { min: 0.42, max: 0.59 }, { max: 0.3 }])(
  'evaluates gates alike in another thread, on a scale held between %o',
  async (bounds) => {
    const held = { ...keyed, channels: [0, 1].map((index) => ({ index, scale: boundedScale(transform, bounds) })) };
    const alone = evaluateFixed([held], columns).get('one')![0]!;
    const members = [emptyMask(events)];
    const claims = openClaims(1);
    await jobs.gates(
      {
        columns: shared,
        gates: [{ key: 'one', gate, channels: [0, 1].map((index) => ({ index, transform, ...(bounds && { bounds }) })), members }],
        claims,
      },
      context,
    );
    expect(Buffer.compare(Buffer.from(members[0]!.buffer), Buffer.from(alone.buffer))).toBe(0);
    const half = [emptyMask(events)];
    evaluateFixed([held], columns, { membersOf: () => half, claimOf: mine });
    const [own, rest] = [half[0]!, alone];
    const blockWords = (16 * CHUNK) / 32;
    const isMine = (word: number) => Math.floor(word / blockWords) % 3 !== 2;
    expect(own.every((word, i) => word === (isMine(i) ? rest[i] : 0))).toBe(true);
  },
);

it('shares the same passes where one thread keeps columns and the other does not', async () => {
  // 18 columns in all: one pass is not enough
  const gates = Array.from({ length: 9 }, (_, i) => {
    const own = { ...transform, T: 262_144 + i };
    const bounds = { kind: 'rectangle' as const, ranges: [{ min: 0.3 + i / 50 }, { max: 0.7 - i / 50 }] };
    return { key: `${i}`, gate: bounds, transform: own };
  });
  const keyedOf = ({ key, gate: of, transform: by }: (typeof gates)[number]) => ({
    key,
    gate: of,
    channels: [0, 1].map((index) => ({ index, scale: compileTransform(by) })),
  });
  const alone = evaluateFixed(gates.map(keyedOf), columns);
  const keeps = openSampleColumns(table, channels, undefined, pool);
  for (const of of gates) for (const { index, scale } of keyedOf(of).channels) keeps.scaled(index, scale);
  const members = new Map(gates.map(({ key }) => [key, [emptyMask(events)]]));
  const claims = openClaims(8);
  // this thread does a few blocks of each pass, the other one the rest
  let few = 0;
  const some = (pass: number) => {
    const next = claimFrom(claims, pass);
    return () => (++few % 9 > 5 ? Number.POSITIVE_INFINITY : next());
  };
  evaluateFixed(gates.map(keyedOf), keeps, { membersOf: ({ key }) => members.get(key)!, claimOf: some });
  const shares = gates.map((of) => ({
    key: of.key,
    gate: of.gate,
    channels: [0, 1].map((index) => ({ index, transform: of.transform })),
    members: members.get(of.key)!,
  }));
  await jobs.gates({ columns: shared, gates: shares, claims }, context);
  for (const { key } of gates)
    expect(Buffer.compare(Buffer.from(members.get(key)![0]!.buffer), Buffer.from(alone.get(key)![0]!.buffer))).toBe(0);
  keeps.release();
});

it('counts alike in another thread, and in shares', async () => {
  const masks = [2, 3].map((every): Bitmask => {
    const mask = emptyMask(events);
    for (let i = 0; i < events; i += every) add(mask, i);
    return mask;
  });
  const [labels] = labelEvents(masks, events);
  const wanted = new Uint8Array(labels!.populationsOf.length * keyLayout(6).stride).fill(1, 0, 9000);
  const task = { channels: [{ of: 0, keying: { centre: 400, knee: 10, bits: 6 }, wanted, slot: 0, room: 0 }], every: 1 };
  const [alone] = countLabelled(task, labels!, columns, {});
  const [all] = (await jobs.count({ columns: shared, task, events: labels!, claims: openClaims(1) }, context))!;
  expect(all!.counts).toEqual(alone!.counts);
  const [ours, others] = [alone!.found[0]!, all!.found[0]!];
  expect(others.length).toBe(ours.length);
  expect(others.values).toEqual(ours.values.slice(0, ours.length));
  const [some] = countLabelled(task, labels!, columns, { claim: mine() });
  expect(some!.counts.every((count, cell) => count <= alone!.counts[cell]!)).toBe(true);
  expect(some!.counts.reduce((sum, count) => sum + count, 0)).toBe(30 * 16 * CHUNK + 1234);
});
