import type { EventTable, RawColumn, Shard } from '../../events/event-table.ts';
import { SHARD_EVENT_STEP } from '../../events/event-table.ts';
import { openScratchMemory, scratchMemoryBytes } from '../../events/scratch-memory.ts';
import { columnBytes, type MemoryPool, SHARD_LIMIT_BYTES, type WorkArena } from '../../memory/memory-pool.ts';
import { type ColumnKind, columnWidth } from '../column-kind.ts';

/** Kind of each channel's column; `undefined` for a channel that was not asked for. */
export type ColumnKinds = readonly (ColumnKind | undefined)[];

export interface ReservedShard extends Shard<RawColumn> {
  readonly arena: WorkArena;
}
/** A table that is being filled. */
export interface ReservedTable extends EventTable<RawColumn> {
  readonly shards: readonly ReservedShard[];
}

/**
 * A table with room for all events, in as few shards as the limit allows. Its columns hold whatever was in the memory before.
 * `scratchOf` says how many bytes more each arena must have, for rows on their way into the columns; `hasScratch` asks for a place of work there.
 */
export function reserveTable(
  eventCount: number,
  kinds: ColumnKinds,
  pool: MemoryPool,
  limitBytes = SHARD_LIMIT_BYTES,
  scratchOf: (events: number) => number = () => 0,
  hasScratch = false,
): ReservedTable {
  const shards: ReservedShard[] = [];
  const release = (): void => {
    for (const shard of shards) shard.arena.release();
  };
  // without compiled kernels nothing is made beside the events
  const besides = hasScratch && pool.isCompiled ? scratchMemoryBytes(false) : 0;
  try {
    const perShard = eventsPerShard(kinds, Math.min(limitBytes, SHARD_LIMIT_BYTES - scratchOf(eventCount) - besides));
    for (let firstEvent = 0; firstEvent < eventCount; firstEvent += perShard) {
      const count = Math.min(perShard, eventCount - firstEvent);
      const arena = pool.acquire(shardBytes(count, kinds) + scratchOf(count) + besides);
      // Brand: a column becomes "raw" here, where it is made to hold stored values.
      const columns = kinds.map((kind) => kind && (arena[kind](count) as RawColumn));
      if (besides > 0) openScratchMemory(arena, false);
      shards.push({ firstEvent, eventCount: count, columns, arena });
    }
  } catch (error) {
    release();
    throw error;
  }
  return { eventCount, shards, release };
}

function eventsPerShard(kinds: ColumnKinds, limitBytes: number): number {
  const eventBytes = kinds.reduce((total, kind) => total + (kind ? columnWidth(kind) : 0), 0);
  const steps = Math.floor(limitBytes / Math.max(1, eventBytes * SHARD_EVENT_STEP));
  return Math.max(1, steps) * SHARD_EVENT_STEP;
}

function shardBytes(events: number, kinds: ColumnKinds): number {
  return kinds.reduce((total, kind) => total + (kind ? columnBytes(events, columnWidth(kind)) : 0), 0);
}
