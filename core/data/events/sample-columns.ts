import type { CancelSignal } from '../../base/cancel-signal.ts';
import { columnBytes, type MemoryPool } from '../memory/memory-pool.ts';
import { identityScale, type Scale } from '../transforms/kind/transform.ts';
import type { Channel } from './channel.ts';
import { blocksOf, chunksOf, type EventChunk } from './chunk.ts';
import { keyOf, planColumns, type Wanted } from './column-pass.ts';
import type { ColumnSource } from './column-source.ts';
import type { Compensation } from './compensation.ts';
import type { EventTable, RawColumn, ScaledColumn, Shard } from './event-table.ts';
import type { GateKernels } from './gate-kernels.ts';
import { compensateFour, type LinearFill, linearFill } from './linear-values.ts';
import { type ScratchMemory, scratchMemoryIn, scratchMemoryOf } from './scratch-memory.ts';

/** Values of one channel over all shards; `part(i)` belongs to shard i. */
export type ColumnParts<Column> = readonly Column[];

/**
 * The lazy columns of one sample: linear (and compensated, where the channel is in the matrix), then scaled. Each is made when it is
 * asked for, in pooled memory, and again when it is asked for after it was given back. Work that looks at each event once has them made
 * chunk by chunk instead (`pass`), in memory that never leaves the cache.
 */
export interface SampleColumns {
  readonly shards: readonly Shard<RawColumn>[];
  /** Where gates over these columns are evaluated by compiled kernels, if there are any. */
  readonly gateKernels: GateKernels | undefined;
  /** Linear values; of a channel number, compensated where it is part of the sample's compensation; of a source, what the source says. */
  linear(of: number | ColumnSource): ColumnParts<Float64Array>;
  scaled(of: number | ColumnSource, scale: Scale): ColumnParts<ScaledColumn>;
  /** Goes through all events with these columns (`MOST_WANTED`, each as linear values too), which last until the next chunk. */
  pass(
    wanted: readonly Wanted[],
    work: (columns: readonly Float64Array[], chunk: EventChunk, scratch: ScratchMemory) => void,
    options?: PassOptions,
  ): void;
  /** Whether a whole column is there already. */
  has(wanted: Wanted): boolean;
  /** Several whole columns, those that are missing made together: stored values are read once for four of them. */
  together(wanted: readonly Wanted[]): readonly ColumnParts<Float64Array>[];
  /** The same, with some of those that are asked for soon, so that four are made together. Only where nobody holds a column. */
  ahead(now: readonly Wanted[], soon: readonly Wanted[]): readonly ColumnParts<Float64Array>[];
  /** Gives back what was longest unused, beyond the few columns that are kept. Only where nobody holds a column. */
  trim(): void;
  /** Gives back all. */
  release(): void;
}

export interface PassOptions {
  /** Asked for each chunk. */
  readonly signal?: CancelSignal | undefined;
  /** Only every nth chunk: a sample from all over the events. */
  readonly every?: number;
  /** Only blocks that are claimed, where another thread does the others: the number of the next free one, at each call. */
  readonly claim?: (() => number) | undefined;
}

/** Half of a scratch: a scaled column may need its linear values beside it. */
export const MOST_WANTED = 16;
/** Compensated columns that are made of one reading of the stored values. */
const TOGETHER = 4;
/** With the raw values of 16 channels and the bits of gates 160 bytes an event. */
const KEPT_COLUMNS = 11;

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

  const find = (of: number | string, scale: Scale | undefined): KeptColumn | undefined =>
    kept.find((column) => column.of === of && column.scale === scale);
  const makers = {
    fillOf(of: number | ColumnSource): LinearFill {
      const key = keyOf(of);
      const fill = fills.get(key) ?? linearFill(of, channels, compensation);
      fills.set(key, fill);
      return fill;
    },
    fillOfFour: (four: readonly number[], shard: Shard<RawColumn>, { columnKernels }: ScratchMemory) =>
      compensateFour(four, channels, compensation, shard, columnKernels),
    kept: ({ of, scale }: Wanted, shard: Shard<RawColumn>): Float64Array | undefined =>
      kept.length === 0 ? undefined : find(keyOf(of), scale)?.parts[table.shards.indexOf(shard)],
  };

  let isPassing = false;

  const pass: SampleColumns['pass'] = (asked, work, options) => {
    // a pass within a pass would write over the columns of the other
    if (isPassing) throw new Error('a pass within a pass');
    isPassing = true;
    try {
      passOver(asked, work, options);
    } finally {
      isPassing = false;
    }
  };
  function passOver(...[asked, work, { signal, every = 1, claim } = {}]: Parameters<typeof pass>): void {
    const isMine = claim && blocksOf(claim);
    const wanted = asked.map(plain);
    for (const shard of table.shards) {
      const scratch = scratchMemoryIn(shard.arena) ?? scratchMemoryOf(pool);
      const make = planColumns(wanted, makers, scratch, shard);
      for (const chunk of chunksOf(shard, every)) {
        if (isMine?.() === false) continue;
        signal?.throwIfAborted();
        work(make(chunk), chunk, scratch);
      }
    }
  }
  /** Columns in memory of their own, all in one pass. */
  function makeKept(wanted: readonly Wanted[]): void {
    const releases: (() => void)[] = [];
    const release = (from: number, to: number) => {
      for (const give of releases.slice(from, to)) give();
    };
    try {
      const parts = wanted.map(() =>
        table.shards.map(({ eventCount }) => {
          const arena = pool.acquire(columnBytes(eventCount, 8));
          releases.push(arena.release);
          return arena.float64(eventCount);
        }),
      );
      pass(wanted, (made, { shard, start }) => {
        const part = table.shards.indexOf(shard);
        made.forEach((values, i) => void parts[i]![part]!.set(values, start));
      });
      const { length } = table.shards;
      const columns = wanted.map(
        ({ of, scale }, i): KeptColumn => ({
          of: keyOf(of),
          scale,
          parts: parts[i]!,
          release: () => release(i * length, (i + 1) * length),
        }),
      );
      kept = [...kept, ...columns];
    } catch (error) {
      // all of it: a bound of memory may be met at the last one
      release(0, releases.length);
      throw error;
    }
  }
  function together(asked: readonly Wanted[]): readonly ColumnParts<Float64Array>[] {
    const wanted = asked.map(plain);
    const missing = distinct(wanted).filter(isMissing);
    for (let i = 0; i < missing.length; i += MOST_WANTED) makeKept(missing.slice(i, i + MOST_WANTED));
    return wanted.map(({ of, scale }) => {
      const column = find(keyOf(of), scale)!;
      kept = [...kept.filter((other) => other !== column), column];
      return column.parts;
    });
  }
  const isMissing = ({ of, scale }: Wanted): boolean => find(keyOf(of), scale) === undefined;
  function giveBack(columns: readonly KeptColumn[]): void {
    kept = kept.filter((column) => !columns.includes(column));
    for (const { release } of columns) release();
  }

  return {
    shards: table.shards,
    gateKernels: scratchMemoryOf(pool).gateKernels,
    linear: (of) => together([{ of }])[0]!,
    scaled: (of, scale) => together([{ of, scale }])[0] as ColumnParts<ScaledColumn>,
    pass,
    has: (wanted) => !isMissing(plain(wanted)),
    together,
    ahead(now, soon) {
      const coming = distinct([...now, ...soon].map(plain)).filter(isMissing);
      const missing = now.map(plain).some(isMissing) ? coming.slice(0, Math.max(TOGETHER, now.length)) : [];
      // what nobody will ask for goes first
      const keys = new Set([...now, ...soon].map(({ of }) => keyOf(of)));
      const [unwanted, others] = [kept.filter(({ of }) => !keys.has(of)), kept.filter(({ of }) => keys.has(of))];
      giveBack([...unwanted, ...others].slice(0, Math.max(0, kept.length + missing.length - KEPT_COLUMNS)));
      return together([...missing, ...now]).slice(missing.length);
    },
    trim: () => giveBack(kept.slice(0, Math.max(0, kept.length - KEPT_COLUMNS))),
    release: () => giveBack(kept),
  };
}

/** Linear values are the positions of the identity. */
const plain = ({ of, scale }: Wanted): Wanted => (scale === undefined || scale === identityScale ? { of } : { of, scale });

const distinct = (wanted: readonly Wanted[]): readonly Wanted[] =>
  wanted.filter(({ of, scale }, i) => wanted.findIndex((other) => other.scale === scale && keyOf(other.of) === keyOf(of)) === i);
