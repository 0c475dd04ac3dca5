import type { Channel } from '../../data/events/channel.ts';
import type { Compensation } from '../../data/events/compensation.ts';
import type { EventTable, RawColumn } from '../../data/events/event-table.ts';
import { openSampleColumns, type SampleColumns } from '../../data/events/sample-columns.ts';
import type { MemoryPool } from '../../data/memory/memory-pool.ts';
import { borrowedArena } from './borrowed-arena.ts';

/** A sample's columns for another thread of the same memory: stored values where they lie, and how linear values come of them. */
export interface SharedColumns {
  readonly eventCount: number;
  readonly shards: readonly {
    readonly firstEvent: number;
    readonly eventCount: number;
    readonly columns: readonly (RawColumn | undefined)[];
  }[];
  readonly channels: readonly Channel[];
  readonly compensation: Compensation | undefined;
}

export const shareColumns = (
  { eventCount, shards }: EventTable<RawColumn>,
  channels: readonly Channel[],
  compensation: Compensation | undefined,
): SharedColumns => ({
  eventCount,
  shards: shards.map(({ firstEvent, eventCount: events, columns }) => ({ firstEvent, eventCount: events, columns })),
  channels,
  compensation,
});

/** The other thread's view: nothing of it is given back, since it is only borrowed. */
export const openShared = ({ eventCount, shards, channels, compensation }: SharedColumns, pool: MemoryPool): SampleColumns =>
  openSampleColumns(
    { eventCount, shards: shards.map((shard) => ({ ...shard, arena: borrowedArena })), release: () => undefined },
    channels,
    compensation,
    pool,
  );
