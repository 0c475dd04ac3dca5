import type { Channel } from '../fcs/fcs-file.ts';
import { identityScale, type Scale } from '../transforms/transform.ts';
import type { ColumnSource } from './column-source.ts';
import type { Compensation } from './compensation.ts';
import type { EventTable, RawColumn, ScaledColumn, Shard } from './event-table.ts';
import { type GateBench, gateBenchOf } from './gate-bench.ts';
import { CHUNK, type LinearFill, linearFill } from './linear-values.ts';
import { type Arena, columnBytes, type MemoryPool } from './memory-pool.ts';

/** Values of one channel over all shards; `part(i)` belongs to shard i. */
export type ColumnParts<Column> = readonly Column[];

/**
 * The lazy columns of one sample: linear (and compensated, where the channel is in the matrix), then scaled. Each is made when it is
 * asked for, in pooled memory, and again when it is asked for after it was given back.
 */
export interface SampleColumns {
  readonly shards: readonly Shard<RawColumn>[];
  /** Where gates over these columns are evaluated by compiled kernels, if there are any. */
  readonly gateBench: GateBench | undefined;
  /** Linear values; of a channel number, compensated where it is part of the sample's compensation; of a source, what the source says. */
  linear(of: number | ColumnSource): ColumnParts<Float64Array>;
  scaled(of: number | ColumnSource, scale: Scale): ColumnParts<ScaledColumn>;
  /** Gives back what was longest unused, beyond the few columns that are kept. Only where nobody holds a column. */
  trim(): void;
  /** Gives back all. */
  release(): void;
}

/** With the raw values of 16 channels, and what is made between two trims, 160 bytes an event. */
const KEPT_COLUMNS = 8;

interface KeptColumn {
  readonly of: number | string;
  /** Undefined for linear values. */
  readonly scale: Scale | undefined;
  readonly parts: ColumnParts<Float64Array>;
  readonly arenas: readonly Arena[];
}

export function openSampleColumns(
  table: EventTable<RawColumn>,
  channels: readonly Channel[],
  compensation: Compensation | undefined,
  pool: MemoryPool,
): SampleColumns {
  const fills = new Map<number | string, LinearFill>();
  /** The last used one stands last. */
  let kept: readonly KeptColumn[] = [];

  function columnOf(
    of: number | ColumnSource,
    scale: Scale | undefined,
    fill: (shard: Shard<RawColumn>, start: number, out: Float64Array, index: number) => void,
  ): ColumnParts<Float64Array> {
    const key = keyOf(of);
    const known = find(key, scale);
    const column = known ?? make(key, scale, fill);
    kept = [...kept.filter((other) => other !== known), column];
    return column.parts;
  }
  function make(of: number | string, scale: Scale | undefined, fill: Parameters<typeof columnOf>[2]): KeptColumn {
    const arenas: Arena[] = [];
    try {
      const parts = table.shards.map((shard, index) => {
        const arena = pool.acquire(columnBytes(shard.eventCount, 8));
        arenas.push(arena);
        const out = arena.float64(shard.eventCount);
        for (let start = 0; start < out.length; start += CHUNK)
          fill(shard, start, out.subarray(start, Math.min(start + CHUNK, out.length)), index);
        return out;
      });
      return { of, scale, parts, arenas };
    } catch (error) {
      for (const arena of arenas) arena.release();
      throw error;
    }
  }
  const find = (of: number | string, scale: Scale | undefined): KeptColumn | undefined =>
    kept.find((column) => column.of === of && column.scale === scale);
  function fillOf(of: number | ColumnSource): LinearFill {
    const key = keyOf(of);
    const fill = fills.get(key) ?? linearFill(of, channels, compensation);
    fills.set(key, fill);
    return fill;
  }
  function giveBack(columns: readonly KeptColumn[]): void {
    kept = kept.filter((column) => !columns.includes(column));
    for (const { arenas } of columns) for (const arena of arenas) arena.release();
  }

  return {
    shards: table.shards,
    gateBench: pool.isCompiled ? gateBenchOf(pool) : undefined,
    linear: (of) => columnOf(of, undefined, fillOf(of)),
    scaled(of, scale) {
      // nothing to compute: linear values are the positions of this scale
      if (scale === identityScale) return columnOf(of, undefined, fillOf(of)) as ColumnParts<ScaledColumn>;
      const fill = fillOf(of);
      const linear = find(keyOf(of), undefined)?.parts;
      return columnOf(of, scale, (shard, start, out, index) => {
        if (linear === undefined) fill(shard, start, out);
        else out.set(linear[index]!.subarray(start, start + out.length));
        scaleInPlace(scale, out);
      }) as ColumnParts<ScaledColumn>;
    },
    trim: () => giveBack(kept.slice(0, Math.max(0, kept.length - KEPT_COLUMNS))),
    release: () => giveBack(kept),
  };
}

function scaleInPlace({ scale }: Scale, values: Float64Array): void {
  for (let event = 0; event < values.length; event++) values[event] = scale(values[event]!);
}

const keyOf = (of: number | ColumnSource): number | string => (typeof of === 'number' ? of : JSON.stringify(of));
