import type { ByteSource } from '../../../base/byte-source.ts';
import type { CancelSignal } from '../../../base/cancel-signal.ts';
import type { EventTable, Shard, Values } from '../../events/event-table.ts';
import type { FcsDataset } from '../fcs-file.ts';
import { CHUNK_BYTES } from '../limits.ts';
import { refuse } from '../problems.ts';

/** An incremental SHA-256, which the host hands in. `digest` is in hexadecimal. */
export interface Hash {
  update(bytes: Uint8Array): unknown;
  digest(): string;
}
export type CreateHash = () => Hash;

/**
 * SHA-256 of the event matrix as stored: little-endian float64, event after event, channels in file order.
 * Two files with the same digest hold the same values, whatever their encoding. All channels must have been read.
 */
export function digestEvents(table: EventTable<Values>, dataset: FcsDataset, createHash: CreateHash): string {
  const hash = createHash();
  const width = dataset.channels.length;
  const chunkRows = Math.max(1, Math.floor(CHUNK_BYTES / (8 * Math.max(1, width))));
  const rows = new Float64Array(Math.min(chunkRows, table.eventCount) * width);
  for (const shard of table.shards) {
    for (let first = 0; first < shard.eventCount; first += chunkRows) {
      const count = Math.min(chunkRows, shard.eventCount - first);
      for (let channel = 0; channel < width; channel++) gather(columnOf(shard, channel), first, count, rows, channel, width);
      hash.update(new Uint8Array(rows.buffer, 0, count * width * 8));
    }
  }
  return hash.digest();
}

function gather(column: Values, first: number, count: number, rows: Float64Array, channel: number, width: number): void {
  for (let row = 0, at = channel; row < count; row++, at += width) rows[at] = column[first + row]!;
}

function columnOf(shard: Shard<Values>, channel: number): Values {
  const column = shard.columns[channel];
  if (!column) throw new Error(`channel ${channel} was not read`);
  return column;
}

/** SHA-256 of a file, and of the bytes that are the events of each of its data sets: the same under any name and other keywords. */
export interface FileDigests {
  readonly file: string;
  readonly data: readonly string[];
}

/** SHA-256 of the whole file. Refuses a file that has changed in the meantime. */
export async function digestFile(source: ByteSource, createHash: CreateHash, signal?: CancelSignal): Promise<string> {
  return (await digestFileAndData(source, [], createHash, signal)).file;
}

/** The same, and of the DATA bytes of the data sets, in one pass over the file; `createHash` must give hashes that work side by side. */
export async function digestFileAndData(
  source: ByteSource,
  datasets: readonly Pick<FcsDataset, 'layout'>[],
  createHash: CreateHash,
  signal?: CancelSignal,
): Promise<FileDigests> {
  const whole = createHash();
  const parts = datasets.map(({ layout }) => ({ hash: createHash(), begin: layout.begin, end: layout.begin + layout.bytes }));
  const buffer = new Uint8Array(Math.min(CHUNK_BYTES, source.size));
  for (let at = 0; at < source.size; at += buffer.length) {
    signal?.throwIfAborted();
    const bytes = buffer.subarray(0, Math.min(buffer.length, source.size - at));
    if ((await source.read(bytes, at)) !== bytes.length) refuse('file-changed', {}, at);
    whole.update(bytes);
    for (const { hash, begin, end } of parts) {
      const part = bytes.subarray(Math.max(0, begin - at), Math.max(0, end - at));
      if (part.length > 0) hash.update(part);
    }
  }
  return { file: whole.digest(), data: parts.map(({ hash }) => hash.digest()) };
}
