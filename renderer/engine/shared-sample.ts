import type { Finding } from '../../core/base/finding.ts';
import type { EventTable, RawColumn, Values } from '../../core/data/events/event-table.ts';
import type { FcsDataset } from '../../core/data/fcs/fcs-file.ts';
import { borrowedArena } from '../../core/statistics/helper-thread/borrowed-arena.ts';
import type { ByteIdentity, ReadTable } from '../../core/study/sample/raw-sample.ts';

/**
 * A data set that was read, as it crosses between threads: its columns are shared memory, which all of them see.
 * The memory goes when nobody holds the columns any more.
 */
export interface SharedSample {
  readonly file: string;
  /** Undefined until the whole file was digested. */
  readonly identity: ByteIdentity | undefined;
  readonly dataset: FcsDataset;
  readonly datasetCount: number;
  readonly findings: readonly Finding[];
  readonly eventCount: number;
  readonly shards: readonly SharedShard[];
}

interface SharedShard {
  readonly firstEvent: number;
  readonly eventCount: number;
  readonly columns: readonly (RawColumn | undefined)[];
}

/**
 * The sample for other threads. Its columns are copied out of the memory that they were read into, which can then be used for the next file;
 * not where that memory is the sample's own.
 */
export function shareSample(
  { file, dataset, datasetCount, table, findings }: ReadTable,
  identity: ByteIdentity | undefined,
  isOwnMemory: boolean,
): SharedSample {
  const { rawText: _, ...described } = dataset;
  return {
    file,
    identity,
    dataset: described,
    datasetCount,
    findings,
    eventCount: table.eventCount,
    shards: table.shards.map(({ firstEvent, eventCount, columns }) => ({
      firstEvent,
      eventCount,
      columns: columns.map((column) => (isOwnMemory ? column : column && copied(column))),
    })),
  };
}

function copied(column: RawColumn): RawColumn {
  const buffer = new SharedArrayBuffer(column.byteLength);
  if (column instanceof Float32Array) return filled(new Float32Array(buffer), column);
  if (column instanceof Float64Array) return filled(new Float64Array(buffer), column);
  return filled(new Uint32Array(buffer), column);
}

/** Brand: the same stored values elsewhere. */
function filled<Column extends Float32Array | Float64Array | Uint32Array>(into: Column, from: RawColumn): RawColumn {
  into.set(from);
  return into as Values as RawColumn;
}

/** The sample as core knows it. Its memory is not given back to any pool: it is borrowed from the window. */
export function tableOf({ shards, eventCount, identity: _, ...sample }: SharedSample): ReadTable {
  const table: EventTable<RawColumn> = {
    eventCount,
    shards: shards.map((shard) => ({ ...shard, arena: borrowedArena })),
    release: () => undefined,
  };
  return { ...sample, table };
}

/** Bytes of shared memory that a sample holds. */
export const bytesOf = ({ shards }: Pick<SharedSample, 'shards'>): number =>
  shards.reduce((sum, { columns }) => sum + columns.reduce((bytes, column) => bytes + (column?.byteLength ?? 0), 0), 0);
