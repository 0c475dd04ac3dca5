import type { FcsDataset } from '../../data/fcs/fcs-file.ts';
import type { FcsDescription } from '../../data/fcs/write/write-content.ts';
import { encodeFcsHead, encodeFcsTail } from '../../data/fcs/write/write-head.ts';
import { describingKeywords } from '../../data/fcs/write/write-keywords.ts';
import { encodeRows } from '../../data/fcs/write/write-rows.ts';
import { eventBlocks, type ShardColumns } from './event-blocks.ts';
import { exportChannels, versionOf } from './export-channels.ts';
import { exportKeywords } from './export-keywords.ts';
import type { ExportRequest } from './export-request.ts';

export interface FcsExport {
  /** The file, piece by piece. */
  readonly pieces: Iterable<Uint8Array>;
  readonly leftOut: readonly string[];
}

/**
 * An FCS 3.1 or 3.2 file of a population (or all events) of a data set. `shards` hold the values that the request asks for.
 * Throws a `Problem`, before the first piece, for what cannot be written without changing a value.
 */
export function exportFcs(dataset: FcsDataset, shards: readonly ShardColumns[], request: ExportRequest): FcsExport {
  const { keywords, leftOut } = exportKeywords(dataset.keywords, request);
  const plain: FcsDescription = {
    version: versionOf(request),
    ...exportChannels(dataset, request),
    eventCount: request.population?.count ?? dataset.eventCount,
    byteOrder: 'little',
    keywords,
  };
  const description = { ...plain, delimiter: freeDelimiter(plain) };
  const head = encodeFcsHead(description);
  return { leftOut, pieces: piecesOf(description, head, shards, request) };
}

function* piecesOf(
  description: FcsDescription,
  head: Uint8Array,
  shards: readonly ShardColumns[],
  request: ExportRequest,
): Generator<Uint8Array> {
  yield head;
  for (const { count, columns } of eventBlocks(shards, request.population?.members))
    yield encodeRows({ ...description, columns }, 0, count);
  yield encodeFcsTail(description);
}

/** A delimiter that no keyword or value contains needs no escapes, which other readers get wrong. */
export function freeDelimiter(plain: FcsDescription): string {
  const pairs = [...describingKeywords(plain), ...(plain.keywords ?? [])];
  const used = new Set(pairs.flatMap(([name, value]) => [...name, ...value]));
  const usual = [0x0c, 0x1e, 0x1f, 0x1d, 0x1c, 0x7c, 0x21, 0x7e, 0x5e, 0x60].map((code) => String.fromCharCode(code));
  return usual.find((character) => !used.has(character)) ?? '\f';
}
