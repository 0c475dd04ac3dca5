import type { Channel } from '../fcs/fcs-file.ts';
import { toLinear } from '../fcs/scale-values.ts';
import { identityScale, type Scale } from '../transforms/transform.ts';
import type { ColumnSource } from './column-source.ts';
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
  /** Linear values; of a channel number, compensated where it is part of the sample's compensation; of a source, what the source says. */
  linear(of: number | ColumnSource): ColumnParts<Float64Array>;
  scaled(of: number | ColumnSource, scale: Scale): ColumnParts<ScaledColumn>;
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
  const linearParts = new Map<number | string, ColumnParts<Float64Array>>();
  const scaledParts = new Map<number | string, { readonly scale: Scale; readonly parts: ColumnParts<ScaledColumn> }[]>();
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
  /** The values of a source over one shard, added to what `out` holds. */
  function fillSource(shard: Shard<RawColumn>, source: ColumnSource, out: Float64Array): void {
    if (source.kind === 'ratio') {
      fillRatio(shard, source, out);
      return;
    }
    const [members, weights] = source.kind === 'channel' ? [[source.channel], [source.factor]] : [source.channels, source.weights];
    const observed = new Float64Array(CHUNK);
    for (let start = 0; start < shard.eventCount; start += CHUNK) {
      const chunk = out.subarray(start, Math.min(start + CHUNK, shard.eventCount)).fill(0);
      members.forEach((member, i) => {
        const weight = weights[i]!;
        if (weight === 0) return;
        const channel = source.gain === 'ignored' ? { ...channelOf(member), gain: 1 } : channelOf(member);
        toLinear(rawOf(shard, member).subarray(start, start + chunk.length) as RawColumn, channel, chunk.length, observed);
        for (let event = 0; event < chunk.length; event++) chunk[event]! += weight * observed[event]!;
      });
    }
  }
  function fillRatio(shard: Shard<RawColumn>, { numerator, denominator, A, B, C }: SourceOf<'ratio'>, out: Float64Array): void {
    const below = new Float64Array(shard.eventCount);
    fillSource(shard, numerator, out);
    fillSource(shard, denominator, below);
    for (let event = 0; event < out.length; event++) out[event] = (A * (out[event]! - B)) / (below[event]! - C);
  }
  function makeSource(source: ColumnSource): ColumnParts<Float64Array> {
    return table.shards.map((shard) => {
      const out = newColumn(shard.eventCount);
      fillSource(shard, source, out);
      return out;
    });
  }
  function channelOf(index: number): Channel {
    const channel = channels[index];
    if (channel === undefined) throw new Error(`no channel ${index}`);
    return channel;
  }

  const columns: SampleColumns = {
    shards: table.shards,
    linear(of) {
      const key = keyOf(of);
      const parts = linearParts.get(key) ?? (typeof of === 'number' ? makeLinear(of) : makeSource(of));
      linearParts.set(key, parts);
      return parts;
    },
    scaled(of, scale) {
      // nothing to compute: linear values are the positions of this scale
      if (scale === identityScale) return columns.linear(of) as ColumnParts<ScaledColumn>;
      const key = keyOf(of);
      const made = scaledParts.get(key) ?? [];
      const known = made.find((entry) => entry.scale === scale);
      if (known !== undefined) return known.parts;
      const parts = columns.linear(of).map((linear) => {
        const out = newColumn(linear.length);
        for (let event = 0; event < linear.length; event++) out[event] = scale.scale(linear[event]!);
        return out as ScaledColumn;
      });
      scaledParts.set(key, [...made, { scale, parts }]);
      return parts;
    },
    release() {
      for (const arena of arenas) arena.release();
    },
  };
  return columns;
}

type SourceOf<Kind extends ColumnSource['kind']> = Extract<ColumnSource, { kind: Kind }>;

const keyOf = (of: number | ColumnSource): number | string => (typeof of === 'number' ? of : JSON.stringify(of));

function rawOf(shard: Shard<RawColumn>, index: number): RawColumn {
  const column = shard.columns[index];
  if (column === undefined) throw new Error(`channel ${index} was not read`);
  return column;
}
