import type { ByteSource } from '../../base/byte-source.ts';
import type { CancelSignal } from '../../base/cancel-signal.ts';
import type { Finding } from '../../base/finding.ts';
import { Problem } from '../../base/problem.ts';
import type { EventTable } from '../../data/events/event-table.ts';
import type { FcsDataset } from '../../data/fcs/fcs-file.ts';
import { checkCrc } from '../../data/fcs/read/crc.ts';
import { type CreateHash, digestFileAndData } from '../../data/fcs/read/digest.ts';
import { openFcs } from '../../data/fcs/read/open.ts';
import { readEvents } from '../../data/fcs/read/read-events.ts';
import type { MemoryPool } from '../../data/memory/memory-pool.ts';
import { findPersonalKeywords } from '../../data/metadata/personal-keywords.ts';

/** One data set of a file, its events in pooled memory as stored; nothing of a protocol yet. */
export interface RawSample {
  readonly file: string;
  readonly sha256: string;
  /** SHA-256 of the DATA bytes: the same events under another name, or with other keywords, have the same. */
  readonly dataSha256?: string;
  readonly dataset: FcsDataset;
  /** Data sets of the whole file. */
  readonly datasetCount: number;
  readonly table: EventTable;
  readonly findings: readonly Finding[];
}

export interface ReadSampleOptions {
  /** 0 for the first data set of the file. */
  readonly dataset?: number;
  readonly mode?: 'default' | 'strict' | 'salvage';
  /** Channels to read, from 0, once the data set is known; all where absent. */
  readonly channels?: (dataset: FcsDataset) => readonly number[];
  /** Of this very source, where the host has taken them already: no byte is digested twice. */
  readonly digests?: { readonly sha256: string; readonly dataSha256: string };
  /** A place of work beside the events, for a sample that is gone through once. */
  readonly hasScratch?: boolean;
  readonly signal?: CancelSignal;
  readonly onProgress?: (fraction: number) => void;
}

/** Opens, reads and digests one data set. Its memory is given back by `table.release()`. */
export async function readSample(
  source: ByteSource,
  pool: MemoryPool,
  createHash: CreateHash,
  options: ReadSampleOptions = {},
): Promise<RawSample> {
  const read = await readTable(source, pool, options);
  try {
    const { digests, signal } = options;
    if (digests !== undefined) return { ...read, ...digests, findings: await withChecksum(source, read, signal) };
    return { ...read, ...(await identifyFile(source, read, createHash, signal)) };
  } catch (error) {
    read.table.release();
    throw error;
  }
}

/** A data set as it was read, before its file is named by its digest. */
export type ReadTable = Omit<RawSample, 'sha256' | 'dataSha256'>;

/** Opens and reads one data set: all that a picture needs. */
export async function readTable(source: ByteSource, pool: MemoryPool, options: ReadSampleOptions = {}): Promise<ReadTable> {
  const { signal, onProgress } = options;
  const { dataset, file } = await openDataset(source, options);
  const table = await readEvents(dataset, source, {
    pool,
    ...(options.channels === undefined ? {} : { channels: options.channels(dataset) }),
    ...(options.hasScratch === undefined ? {} : { hasScratch: options.hasScratch }),
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const findings = [...file.findings, ...dataset.findings, ...findPersonalKeywords(dataset.keywords)];
  return { file: source.name, dataset, datasetCount: file.datasets.length, table, findings };
}

/** The digests of the file and of its events, and what its checksum says, put behind the other findings of the data set. */
export async function identifyFile(
  source: ByteSource,
  read: Pick<ReadTable, 'dataset' | 'findings'>,
  createHash: CreateHash,
  signal?: CancelSignal,
): Promise<Pick<RawSample, 'sha256' | 'dataSha256' | 'findings'>> {
  const { file: sha256, data } = await digestFileAndData(source, [read.dataset], createHash, signal);
  return { sha256, dataSha256: data[0] ?? '', findings: await withChecksum(source, read, signal) };
}

export async function withChecksum(
  source: ByteSource,
  { dataset, findings }: Pick<ReadTable, 'dataset' | 'findings'>,
  signal?: CancelSignal,
): Promise<readonly Finding[]> {
  const crc = await checkCrc(dataset, source, signal);
  return crc === undefined ? findings : [...findings, crc];
}

/** The header of one data set of a file: no event is touched. */
export async function openDataset(source: ByteSource, { dataset: asked = 0, mode, signal }: ReadSampleOptions) {
  const file = await openFcs(source, { ...(mode === undefined ? {} : { mode }), ...(signal === undefined ? {} : { signal }) });
  const dataset = file.datasets[asked];
  if (dataset === undefined) throw noDataset(asked, file.datasets.length);
  return { file, dataset };
}

function noDataset(asked: number, held: number): Problem {
  return new Problem(
    'no-such-dataset',
    {
      en: 'Data set {asked} was asked for; the file holds {held}.',
      ja: 'データセット {asked} が指定されましたが、このファイルには {held} 個しかありません。',
    },
    { asked: asked + 1, held },
  );
}
