import type { Channel } from '../fcs/fcs-file.ts';
import { toLinear } from '../fcs/scale-values.ts';
import type { Scale } from '../transforms/transform.ts';
import type { Compensation } from './compensation.ts';
import type { EventTable, RawColumn, ScaledColumn, Shard } from './event-table.ts';
import { type Arena, columnBytes, type MemoryPool } from './memory-pool.ts';

/** Values of one channel over all shards; `part(i)` belongs to shard i. */
export type ColumnParts<Column> = readonly Column[];

/**
 * The lazy columns of one sample: linear (and compensated, where the channel is in the matrix), then scaled.
 * Each is made when first asked for, kept in pooled memory, and given back by `release`.
 */
export interface SampleColumns {
  readonly shards: readonly Shard<RawColumn>[];
  /** Linear values; compensated where the channel is part of the compensation. */
  linear(channel: number): ColumnParts<Float64Array>;
  scaled(channel: number, scale: Scale): ColumnParts<ScaledColumn>;
  release(): void;
}

/** Small enough to stay in the first-level cache while one channel after another is added in. */
const CHUNK = 2048;

export function openSampleColumns(
  table: EventTable<RawColumn>,
  channels: readonly Channel[],
  compensation: Compensation | undefined,
  pool: MemoryPool,
): SampleColumns {
  const linearParts = new Map<number, ColumnParts<Float64Array>>();
  const scaledParts = new Map<number, { readonly scale: Scale; readonly parts: ColumnParts<ScaledColumn> }>();
  const arenas: Arena[] = [];

  function newColumn(eventCount: number): Float64Array {
    const arena = pool.acquire(columnBytes(eventCount, 8));
    arenas.push(arena);
    return arena.float64(eventCount);
  }
  function makeLinear(index: number): ColumnParts<Float64Array> {
    const position = compensation?.channels.indexOf(index) ?? -1;
    return table.shards.map((shard) => {
      const out = newColumn(shard.eventCount);
      if (compensation === undefined || position < 0) toLinear(rawOf(shard, index), channelOf(index), shard.eventCount, out);
      else compensateInto(shard, compensation, position, out);
      return out;
    });
  }
  function compensateInto(
    shard: Shard<RawColumn>,
    { channels: members, inverse }: Compensation,
    position: number,
    out: Float64Array,
  ): void {
    const observed = new Float64Array(CHUNK);
    for (let start = 0; start < shard.eventCount; start += CHUNK) {
      const chunk = out.subarray(start, Math.min(start + CHUNK, shard.eventCount)).fill(0);
      members.forEach((member, row) => {
        const weight = inverse[row]?.[position] ?? 0;
        if (weight === 0) return;
        toLinear(rawOf(shard, member).subarray(start, start + chunk.length) as RawColumn, channelOf(member), chunk.length, observed);
        for (let i = 0; i < chunk.length; i++) chunk[i]! += weight * observed[i]!;
      });
    }
  }
  function channelOf(index: number): Channel {
    const channel = channels[index];
    if (channel === undefined) throw new Error(`no channel ${index}`);
    return channel;
  }

  const columns: SampleColumns = {
    shards: table.shards,
    linear(index) {
      const parts = linearParts.get(index) ?? makeLinear(index);
      linearParts.set(index, parts);
      return parts;
    },
    scaled(index, scale) {
      const known = scaledParts.get(index);
      if (known?.scale === scale) return known.parts;
      const parts = columns.linear(index).map((linear) => {
        const out = newColumn(linear.length);
        for (let event = 0; event < linear.length; event++) out[event] = scale.scale(linear[event]!);
        return out as ScaledColumn;
      });
      scaledParts.set(index, { scale, parts });
      return parts;
    },
    release() {
      for (const arena of arenas) arena.release();
    },
  };
  return columns;
}

function rawOf(shard: Shard<RawColumn>, index: number): RawColumn {
  const column = shard.columns[index];
  if (column === undefined) throw new Error(`channel ${index} was not read`);
  return column;
}
