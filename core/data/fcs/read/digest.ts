import type { ByteSource } from '../../../base/byte-source.ts';
import type { CancelSignal } from '../../../base/cancel-signal.ts';
import type { EventTable, Shard, Values } from '../../events/event-table.ts';
import type { FcsDataset } from '../fcs-file.ts';
import { CHUNK_BYTES } from '../limits.ts';
import { watchBytes } from './watched-source.ts';

/** An incremental SHA-256, which the host hands in. `digest` is in hexadecimal; a promise where another thread makes it. */
export interface Hash {
  update(bytes: Uint8Array): unknown;
  digest(): string | Promise<string>;
}
export type CreateHash = () => Hash;

/**
 * SHA-256 of the event matrix as stored: little-endian float64, event after event, channels in file order.
 * Two files with the same digest hold the same values, whatever their encoding. All channels must have been read.
 */
export async function digestEvents(table: EventTable<Values>, dataset: FcsDataset, createHash: CreateHash): Promise<string> {
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

/** SHA-256 of the whole file. Refuses a file that has changed in the meantime. */
export async function digestFile(bytes: ByteSource, createHash: CreateHash, signal?: CancelSignal): Promise<string> {
  const source = bytes.original ?? bytes;
  const watched = watchBytes(source);
  const hash = createHash();
  await watched.watch({ begin: 0, end: source.size, see: (bytes) => void hash.update(bytes) });
  await watched.finish(signal);
  return hash.digest();
}
