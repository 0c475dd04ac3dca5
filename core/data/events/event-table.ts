import type { Brand } from '../../base/brand.ts';
import type { Arena } from '../memory/memory-pool.ts';

/** Numbers of one channel for one range of events. */
export type Values = Float32Array | Float64Array | Uint32Array;

/** As stored in the file, after the $PnR bit mask: before log amplification, gain and compensation. */
export type RawColumn = Brand<Values, 'raw'>;
/** Linear scale values: log amplification ($PnE) undone and gain ($PnG) divided out. */
export type LinearColumn = Brand<Float64Array, 'linear'>;
/** Display scale, 0 to 1 over the transform's range: what gates and plots see. */
export type ScaledColumn = Brand<Float64Array, 'scaled'>;

/** A range of events with all channels read, in one arena: kernels and workers see the same memory. */
export interface Shard<Column> {
  readonly firstEvent: number;
  readonly eventCount: number;
  /** One column a channel of the data set, in file order; `undefined` where the channel was not asked for. */
  readonly columns: readonly (Column | undefined)[];
  readonly arena: Arena;
}

/** Every shard but the last holds a multiple of this many events, so that its bits start on a word of a bitmask. */
export const SHARD_EVENT_STEP = 4096;

export interface EventTable<Column = RawColumn> {
  readonly eventCount: number;
  readonly shards: readonly Shard<Column>[];
  /** Gives the memory back to its pool; the columns may not be used afterwards. */
  release(): void;
}
