import type { RawColumn, Shard } from '../events/event-table.ts';
import type { Chunk, Fill } from './fill.ts';
import { fillOf } from './fill-of.ts';
import { CHUNK_BYTES } from './limits.ts';
import { refuse } from './problems.ts';
import type { Reading } from './read-events.ts';

/** Rows that are spread over their columns while they lie in the second-level cache. */
const TILE_BYTES = 2 ** 16;

/** Reads rows of whole-byte fields: one reused buffer, each chunk spread over the columns of its shard. */
export async function readRows({ dataset, source, table, progress }: Reading): Promise<void> {
  const { layout, channels } = dataset;
  const { begin, rowBytes, encoding } = layout;
  if (encoding.kind !== 'columns' || rowBytes === 0) return;
  const fills = encoding.fields.map((field, index) => fillOf(field, rowBytes, channels[index]?.name || String(index + 1)));
  const chunkRows = Math.max(1, Math.floor(CHUNK_BYTES / rowBytes));
  const buffer = new ArrayBuffer(Math.ceil((Math.min(chunkRows, dataset.eventCount) * rowBytes) / 8) * 8);
  for (const shard of table.shards) {
    for (let done = 0; done < shard.eventCount; done += chunkRows) {
      const rows = Math.min(chunkRows, shard.eventCount - done);
      const firstEvent = shard.firstEvent + done;
      const bytes = new Uint8Array(buffer, 0, rows * rowBytes);
      const offset = begin + firstEvent * rowBytes;
      if ((await source.read(bytes, offset)) !== bytes.length) refuse('file-changed', {}, offset);
      spread({ bytes, rows, rowBytes, firstEvent }, shard, done, fills);
      progress(firstEvent + rows);
    }
  }
}

function spread(chunk: Chunk, shard: Shard<RawColumn>, first: number, fills: readonly Fill[]): void {
  const copies = shard.columns.flatMap((column, index) => {
    const copy = column && fills[index]?.(chunk, column, first);
    return copy ? [copy] : [];
  });
  const tile = Math.max(1, Math.floor(TILE_BYTES / chunk.rowBytes));
  for (let from = 0; from < chunk.rows; from += tile) {
    const to = Math.min(from + tile, chunk.rows);
    for (const copy of copies) copy(from, to);
  }
}
