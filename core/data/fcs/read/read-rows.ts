import { columnBytes } from '../../memory/memory-pool.ts';
import type { DataLayout } from '../fcs-file.ts';
import { CHUNK_BYTES } from '../limits.ts';
import { refuse } from '../problems.ts';
import type { Reading } from './reading.ts';
import { planCopies, type SpreadRows } from './row-copies.ts';
import type { ReservedShard } from './table-shards.ts';

/** One buffer is read into while the rows of the other are spread. */
const BUFFERS = 2;

const rowsOfChunk = (rowBytes: number): number => Math.max(1, Math.floor(CHUNK_BYTES / rowBytes));
const bufferBytes = (rowBytes: number, events: number): number => Math.min(rowsOfChunk(rowBytes), events) * rowBytes;

/** What the rows of a shard need beside its columns. */
export const scratchBytes = ({ encoding, rowBytes }: DataLayout, events: number): number =>
  encoding.kind === 'columns' && rowBytes > 0 ? BUFFERS * columnBytes(bufferBytes(rowBytes, events), 1) : 0;

/** Reads rows of whole-byte fields: chunk after chunk into the shard's own memory, each spread over the columns there. */
export async function readRows({ dataset, source, table, progress }: Reading): Promise<void> {
  const { begin, rowBytes, encoding } = dataset.layout;
  if (encoding.kind !== 'columns' || rowBytes === 0) return;
  const asked = table.shards[0]?.columns.map((column) => column !== undefined) ?? [];
  const plan = planCopies(encoding.fields, asked, (index) => dataset.channels[index]?.name || String(index + 1));
  const readInto = async (bytes: Uint8Array, event: number): Promise<void> => {
    const offset = begin + event * rowBytes;
    if ((await source.read(bytes, offset)) !== bytes.length) refuse('file-changed', {}, offset);
  };
  for (const shard of table.shards) await readShard(shard, rowBytes, plan, readInto, progress);
}

async function readShard(
  shard: ReservedShard,
  rowBytes: number,
  plan: SpreadRows,
  readInto: (bytes: Uint8Array, event: number) => Promise<void>,
  progress: (events: number) => void,
): Promise<void> {
  const { arena, columns, eventCount, firstEvent } = shard;
  const chunkRows = rowsOfChunk(rowBytes);
  const buffers = Array.from({ length: BUFFERS }, () => arena.bytes(bufferBytes(rowBytes, eventCount)));
  const chunkAt = (first: number): Uint8Array => {
    const buffer = buffers[(first / chunkRows) % BUFFERS]!;
    return buffer.subarray(0, Math.min(chunkRows, eventCount - first) * rowBytes);
  };
  const start = (first: number): Promise<void> => (first < eventCount ? readInto(chunkAt(first), firstEvent + first) : Promise.resolve());
  let reading = start(0);
  try {
    for (let first = 0; first < eventCount; first += chunkRows) {
      await reading;
      reading = start(first + chunkRows);
      const bytes = chunkAt(first);
      const rows = bytes.length / rowBytes;
      // A whole chunk for one copy after another: long runs of one column write faster than small tiles of all of them.
      for (const copy of plan({ bytes, rowBytes, firstEvent: firstEvent + first, kernels: arena.kernels }, columns, first)) copy(0, rows);
      progress(firstEvent + first + rows);
    }
  } finally {
    // The memory may be given to someone else after this: nothing may still be written into it.
    await reading.catch(() => undefined);
  }
}
