import type { Channel } from '../fcs/fcs-file.ts';
import { identityScale, type Scale } from '../transforms/transform.ts';
import { CHUNK } from './chunk.ts';
import type { ColumnSource } from './column-source.ts';
import type { Compensation } from './compensation.ts';
import type { EventTable, RawColumn, ScaledColumn, Shard } from './event-table.ts';
import { type GateBench, gateBenchOf } from './gate-bench.ts';
import { compensateFour, type LinearFill, linearFill } from './linear-values.ts';
import { columnBytes, type MemoryPool } from './memory-pool.ts';
import { type Workbench, workbenchOf } from './workbench.ts';

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
  /**
   * Says which columns are asked for now and which soon, so that four can be made together: stored values are then read once for all of
   * them. Where that is not possible they are made when they are asked for. Only where nobody holds a column.
   */
  ahead(now: readonly (number | ColumnSource)[], later?: readonly (number | ColumnSource)[]): void;
  /** Gives back what was longest unused, beyond the few columns that are kept. Only where nobody holds a column. */
  trim(): void;
  /** Gives back all. */
  release(): void;
}

/** With the raw values of 16 channels, and what is made between two trims, 160 bytes an event. */
const KEPT_COLUMNS = 8;
/** A sample that is gone through once keeps fewer, in room beside its events: memory that was used before is quicker than memory that is fresh. */
const KEPT_IN_ROOM = 5;
/** Those, and what one gate needs beside them. */
export const ROOM_COLUMNS = KEPT_IN_ROOM + 3;

interface KeptColumn {
  readonly of: number | string;
  /** Undefined for linear values. */
  readonly scale: Scale | undefined;
  readonly parts: ColumnParts<Float64Array>;
  readonly release: () => void;
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
    fill: (shard: Shard<RawColumn>, start: number, out: Float64Array, bench: Workbench, index: number) => void,
  ): ColumnParts<Float64Array> {
    const key = keyOf(of);
    const known = find(key, scale);
    const column = known ?? make(key, scale, fill);
    kept = [...kept.filter((other) => other !== known), column];
    return column.parts;
  }
  function make(of: number | string, scale: Scale | undefined, fill: Parameters<typeof columnOf>[2]): KeptColumn {
    const releases: (() => void)[] = [];
    const release = () => {
      for (const give of releases.splice(0)) give();
    };
    try {
      const parts = table.shards.map((shard, index) => {
        const { out, bench, giveBack } = placeFor(shard, pool);
        releases.push(giveBack);
        for (let start = 0; start < out.length; start += CHUNK)
          fill(shard, start, out.subarray(start, Math.min(start + CHUNK, out.length)), bench, index);
        return out;
      });
      return { of, scale, parts, release };
    } catch (error) {
      release();
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
    for (const { release } of columns) release();
  }

  /** Gives back the longest unused columns, those that nobody will ask for first, until so many have room beside the events. */
  function makeRoom(columns: number, now: ReadonlySet<number | string>, later: ReadonlySet<number | string>): void {
    const missing = Math.max(0, ...table.shards.map(({ room }) => (room === undefined ? 0 : columns - room.free())));
    const others = kept.filter(({ of }) => !now.has(of));
    const unwanted = others.filter(({ of, scale }) => !later.has(of) || scale !== undefined);
    giveBack([...unwanted, ...others.filter((column) => !unwanted.includes(column))].slice(0, missing));
  }

  /** Four compensated columns in one pass over the stored values; where that is not possible they are made one by one when asked for. */
  function makeFour(four: readonly number[]): void {
    const fill = compensateFour(four, channels, compensation);
    if (fill === undefined) return;
    const places = table.shards.map(({ room }) => four.map(() => room?.take()));
    const giveBack = (column: number) => {
      for (const [i, { room }] of table.shards.entries()) if (places[i]![column] !== undefined) room?.giveBack(places[i]![column]!);
    };
    const isMade = table.shards.every((shard, i) => {
      const outs = places[i]!.flatMap((out) => out ?? []);
      if (shard.room === undefined || outs.length !== four.length) return false;
      for (let start = 0; start < shard.eventCount; start += CHUNK) {
        const chunks = outs.map((out) => out.subarray(start, Math.min(start + CHUNK, shard.eventCount)));
        if (!fill(shard, start, chunks, shard.room.bench)) return false;
      }
      return true;
    });
    for (const [column, of] of four.entries()) {
      if (!isMade) giveBack(column);
      else kept = [...kept, { of, scale: undefined, parts: places.map((outs) => outs[column]!), release: () => giveBack(column) }];
    }
  }

  return {
    shards: table.shards,
    gateBench: pool.isCompiled ? gateBenchOf(pool) : undefined,
    ahead(now, later = []) {
      const isMissing = (of: number | ColumnSource): of is number =>
        typeof of === 'number' && compensation?.channels.includes(of) === true && find(of, undefined) === undefined;
      const four = [...new Set([...now, ...later])].filter(isMissing).slice(0, 4);
      if (four.length < 4 || !now.some(isMissing)) return;
      // each of those asked for now may be put on a scale
      makeRoom(4 + now.length, new Set(now.map(keyOf)), new Set(later.map(keyOf)));
      makeFour(four);
    },
    linear: (of) => columnOf(of, undefined, fillOf(of)),
    scaled(of, scale) {
      // nothing to compute: linear values are the positions of this scale
      if (scale === identityScale) return columnOf(of, undefined, fillOf(of)) as ColumnParts<ScaledColumn>;
      const fill = fillOf(of);
      const linear = find(keyOf(of), undefined)?.parts;
      return columnOf(of, scale, (shard, start, out, bench, index) => {
        if (linear === undefined) fill(shard, start, out, bench);
        else out.set(linear[index]!.subarray(start, start + out.length));
        bench.scale(scale, out);
      }) as ColumnParts<ScaledColumn>;
    },
    trim() {
      const most = table.shards.some(({ room }) => room !== undefined) ? KEPT_IN_ROOM : KEPT_COLUMNS;
      giveBack(kept.slice(0, Math.max(0, kept.length - most)));
    },
    release: () => giveBack(kept),
  };
}

/** Where a column of a shard is made: beside the events if there is room, else in memory of its own. */
function placeFor({ eventCount, room }: Shard<RawColumn>, pool: MemoryPool) {
  const out = room?.take();
  if (room !== undefined && out !== undefined) return { out, bench: room.bench, giveBack: () => room.giveBack(out) };
  const arena = pool.acquire(columnBytes(eventCount, 8));
  return { out: arena.float64(eventCount), bench: workbenchOf(pool), giveBack: () => arena.release() };
}

const keyOf = (of: number | ColumnSource): number | string => (typeof of === 'number' ? of : JSON.stringify(of));
