import type { CancelSignal } from '../../base/cancel-signal.ts';
import type { MemoryPool } from '../memory/memory-pool.ts';
import { identityScale, type Scale } from '../transforms/kind/transform.ts';
import type { Bitmask } from './bitmask.ts';
import type { Channel } from './channel.ts';
import { blocksOf, chunksOf, type EventChunk } from './chunk.ts';
import { keyOf, planColumns, type Wanted } from './column-pass.ts';
import { type ColumnSource, channelsOf } from './column-source.ts';
import type { Compensation } from './compensation.ts';
import type { EventTable, RawColumn, ScaledColumn, Shard } from './event-table.ts';
import { blankInfinities, isAllFinite, withoutNumber } from './finite.ts';
import type { GateKernels } from './gate-kernels.ts';
import { compensateFour, type LinearFill, linearFill } from './linear-values.ts';
import { type ScratchMemory, scratchMemoryIn, scratchMemoryOf } from './scratch-memory.ts';
import { type ColumnParts, createWholeColumns } from './whole-columns.ts';

/**
 * The lazy columns of one sample: linear (and compensated, where the channel is in the matrix), then scaled. Each is made when it is
 * asked for, in pooled memory, and again when it is asked for after it was given back. Work that looks at each event once has them made
 * chunk by chunk instead (`pass`), in memory that never leaves the cache.
 */
export interface SampleColumns {
  readonly shards: readonly Shard<RawColumn>[];
  /** Where gates over these columns are evaluated by compiled kernels, if there are any. */
  readonly gateKernels: GateKernels | undefined;
  /**
   * Linear values; of a channel number, compensated where it is part of the sample's compensation; of a source, what the source says.
   * What comes of NaN or of an infinity is NaN.
   */
  linear(of: number | ColumnSource): ColumnParts<Float64Array>;
  scaled(of: number | ColumnSource, scale: Scale): ColumnParts<ScaledColumn>;
  /** Goes through all events with these columns (`MOST_WANTED`, each as linear values too), which last until the next chunk. */
  pass(
    wanted: readonly Wanted[],
    work: (columns: readonly Float64Array[], chunk: EventChunk, scratch: ScratchMemory) => void,
    options?: PassOptions,
  ): void;
  /** Events without a number there; undefined where all have one. */
  placeless(of: number | ColumnSource): Bitmask | undefined;
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

/** The columns of a table: passes over its events, and whole columns that such passes made. */
export function openSampleColumns(
  table: EventTable<RawColumn>,
  channels: readonly Channel[],
  compensation: Compensation | undefined,
  pool: MemoryPool,
): SampleColumns {
  const fills = new Map<number | string, LinearFill>();
  const { shards } = table;
  const isSound = soundness(compensation);
  const makers = {
    fillOf(of: number | ColumnSource): LinearFill {
      const key = keyOf(of);
      const fill = fills.get(key) ?? withoutInfinities(linearFill(of, channels, compensation), (shard) => isSound(of, shard));
      fills.set(key, fill);
      return fill;
    },
    fillOfFour: (four: readonly number[], shard: Shard<RawColumn>, { columnKernels }: ScratchMemory) =>
      four.every((of) => isSound(of, shard)) ? compensateFour(four, channels, compensation, shard, columnKernels) : undefined,
    kept: (wanted: Wanted, shard: Shard<RawColumn>): Float64Array | undefined => whole.find(wanted)?.[shards.indexOf(shard)],
  };

  function passOver(...[asked, work, { signal, every = 1, claim } = {}]: Parameters<SampleColumns['pass']>): void {
    const isMine = claim && blocksOf(claim);
    const wanted = asked.map(plain);
    for (const shard of shards) {
      const scratch = scratchMemoryIn(shard.arena) ?? scratchMemoryOf(pool);
      const make = planColumns(wanted, makers, scratch, shard);
      for (const chunk of chunksOf(shard, every)) {
        if (isMine?.() === false) continue;
        signal?.throwIfAborted();
        work(make(chunk), chunk, scratch);
      }
    }
  }
  const pass = notWithin(passOver);
  const whole = createWholeColumns(shards, pool, pass);
  const together = (asked: readonly Wanted[]) => whole.together(asked.map(plain));

  return {
    shards,
    gateKernels: scratchMemoryOf(pool).gateKernels,
    linear: (of) => together([{ of }])[0]!,
    scaled: (of, scale) => together([{ of, scale }])[0] as ColumnParts<ScaledColumn>,
    pass,
    placeless: (of) => (shards.every((shard) => isSound(of, shard)) ? undefined : withoutNumber(together([{ of }])[0]!, table.eventCount)),
    has: (wanted) => whole.find(plain(wanted)) !== undefined,
    together,
    ahead: (now, soon) => whole.ahead(now.map(plain), soon.map(plain)),
    trim: whole.trim,
    release: whole.release,
  };
}

/** A weight beyond this makes infinities of ordinary values. */
const MOST_WEIGHT = 1e30;

/** Whether all linear values of a channel or source are numbers in a shard, as far as its stored values and weights say. */
function soundness(compensation: Compensation | undefined): (of: number | ColumnSource, shard: Shard<RawColumn>) => boolean {
  const isTame = compensation?.inverse.every((row) => row.every((weight) => Math.abs(weight) < MOST_WEIGHT)) !== false;
  return (of, { columns }) => {
    if (typeof of !== 'number' && of.kind === 'ratio') return false;
    const isMixed = typeof of === 'number' && compensation?.channels.includes(of) === true;
    if (isMixed && !isTame) return false;
    const members = typeof of !== 'number' ? channelsOf(of) : isMixed ? compensation.channels : [of];
    return members.every((member) => columns[member] === undefined || isAllFinite(columns[member]));
  };
}

function withoutInfinities(fill: LinearFill, isSound: (shard: Shard<RawColumn>) => boolean): LinearFill {
  let [last, isLastSound]: [Shard<RawColumn> | undefined, boolean] = [undefined, true];
  return (chunk, out, kernels) => {
    fill(chunk, out, kernels);
    if (chunk.shard !== last) [last, isLastSound] = [chunk.shard, isSound(chunk.shard)];
    if (!isLastSound) blankInfinities(out);
  };
}

/** A pass within a pass would write over the columns of the other. */
function notWithin(passOver: SampleColumns['pass']): SampleColumns['pass'] {
  let isPassing = false;
  return (...of) => {
    if (isPassing) throw new Error('a pass within a pass');
    isPassing = true;
    try {
      passOver(...of);
    } finally {
      isPassing = false;
    }
  };
}

/** Linear values are the positions of the identity. */
const plain = ({ of, scale }: Wanted): Wanted => (scale === undefined || scale === identityScale ? { of } : { of, scale });
