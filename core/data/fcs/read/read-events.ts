import type { ByteSource } from '../../../base/byte-source.ts';
import type { CancelSignal } from '../../../base/cancel-signal.ts';
import type { EventTable, RawColumn } from '../../events/event-table.ts';
import type { MemoryPool } from '../../memory/memory-pool.ts';
import { type ColumnKind, fieldKind, integerKind } from '../column-kind.ts';
import type { FcsDataset } from '../fcs-file.ts';
import { readFreeText } from './read-free-text.ts';
import { readPacked } from './read-packed.ts';
import { readRows, scratchBytes } from './read-rows.ts';
import { reserveTable } from './table-shards.ts';

export interface ReadOptions {
  readonly pool: MemoryPool;
  /** Indices from 0 of the channels to read; all where absent. The other columns stay undefined. */
  readonly channels?: readonly number[];
  readonly signal?: CancelSignal;
  onProgress?(fraction: number): void;
  /** A place of work beside the events, for a sample that is gone through once: some megabytes, and nothing of it need be copied there. */
  readonly hasScratch?: boolean;
  /** A smaller bound of one shard, in bytes. */
  readonly shardLimitBytes?: number;
}

/**
 * Reads the events of a data set into pooled shared memory, values as stored, after the $PnR mask.
 * On any failure the memory is given back. Refuses integers that cannot be kept exactly, and a file that has changed.
 */
export async function readEvents(dataset: FcsDataset, source: ByteSource, options: ReadOptions): Promise<EventTable<RawColumn>> {
  const { pool, channels, signal, shardLimitBytes, hasScratch } = options;
  signal?.throwIfAborted();
  const asked = channels && new Set(channels);
  const kinds = columnKinds(dataset).map((kind, index) => (!asked || asked.has(index) ? kind : undefined));
  const table = reserveTable(
    dataset.eventCount,
    kinds,
    pool,
    shardLimitBytes,
    (events) => scratchBytes(dataset.layout, events),
    hasScratch,
  );
  const progress = (events: number): void => {
    signal?.throwIfAborted();
    options.onProgress?.(dataset.eventCount === 0 ? 1 : events / dataset.eventCount);
  };
  try {
    await readers[dataset.layout.encoding.kind]({ dataset, source, table, progress });
    return table;
  } catch (error) {
    table.release();
    throw error;
  }
}

const readers = { columns: readRows, packed: readPacked, 'free-text': readFreeText } as const;

/** The column that holds each channel's values exactly. */
function columnKinds({ layout, channels }: FcsDataset): readonly ColumnKind[] {
  const { encoding } = layout;
  if (encoding.kind === 'columns') return encoding.fields.map(fieldKind);
  if (encoding.kind === 'packed') return encoding.masks.map((mask) => integerKind(Math.round(Math.log2(mask + 1))));
  return channels.map(() => 'float64');
}
