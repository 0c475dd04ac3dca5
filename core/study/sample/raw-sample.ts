import type { ByteSource } from '../../base/byte-source.ts';
import type { CancelSignal } from '../../base/cancel-signal.ts';
import type { Finding } from '../../base/finding.ts';
import { Problem } from '../../base/problem.ts';
import type { EventTable } from '../../data/events/event-table.ts';
import type { FcsDataset, FcsFile } from '../../data/fcs/fcs-file.ts';
import { judgeValues } from '../../data/fcs/plausible/judge-values.ts';
import { notFinite } from '../../data/fcs/plausible/not-finite.ts';
import type { CreateHash } from '../../data/fcs/read/digest.ts';
import { type FileIdentity, watchIdentity } from '../../data/fcs/read/identity.ts';
import { openFcs } from '../../data/fcs/read/open.ts';
import { readEvents } from '../../data/fcs/read/read-events.ts';
import type { ReadingMode } from '../../data/fcs/read/reading-mode.ts';
import { refuseStrictly } from '../../data/fcs/read/strict.ts';
import { watchBytes } from '../../data/fcs/read/watched-source.ts';
import type { MemoryPool } from '../../data/memory/memory-pool.ts';
import { findPersonalKeywords } from '../../data/metadata/personal-keywords.ts';

/** One data set of a file, its events in pooled memory as stored; nothing of a protocol yet. */
export interface ReadTable {
  readonly file: string;
  readonly dataset: FcsDataset;
  /** Data sets of the whole file. */
  readonly datasetCount: number;
  readonly table: EventTable;
  /** Of reading. */
  readonly findings: readonly Finding[];
}

/** What the bytes of a data set and its file are. */
export interface ByteIdentity {
  /** SHA-256 of the whole file. */
  readonly sha256: string;
  /** SHA-256 of the DATA bytes: the same events under another name, or with other keywords, have the same. */
  readonly dataSha256?: string | undefined;
  /** What the check sum says. */
  readonly findings: readonly Finding[];
}

/** A data set that was read; its identity is known once the last byte of the file has passed. */
export interface RawSample extends ReadTable {
  readonly identity: Promise<ByteIdentity>;
}

export interface ReadSampleOptions {
  /** 0 for the first data set of the file. */
  readonly dataset?: number;
  readonly mode?: ReadingMode;
  /** Channels to read, from 0, once the data set is known; all where absent. */
  readonly channels?: (dataset: FcsDataset) => readonly number[];
  /** Scratch memory beside the events, for a sample that is gone through once. */
  readonly hasScratch?: boolean;
  /** Of the DATA bytes, where it is known: they are not digested again. */
  readonly dataSha256?: string;
  readonly signal?: CancelSignal;
  readonly onProgress?: (fraction: number) => void;
}

/** What reading needs of its host. */
export interface ReadingHost {
  readonly pool: MemoryPool;
  readonly createHash: CreateHash;
}

/**
 * Opens, reads and digests one data set in one pass over the bytes of its file. Its memory is given back by `table.release()`; the source
 * may be closed once the identity is known.
 * @throws Problem for whatever is wrong with the file
 */
export async function readSample(source: ByteSource, host: ReadingHost, options: ReadSampleOptions = {}): Promise<RawSample> {
  const watched = watchBytes(source);
  const opened = await openDataset(watched, options);
  const { dataSha256 } = options;
  const known = dataSha256 === undefined ? undefined : () => ({ update: () => undefined, digest: () => dataSha256 });
  const finish = await watchIdentity(watched, [opened.dataset], host.createHash, known);
  const read = await readOpened(watched, opened, host.pool, options);
  const identity = finish(options.signal).then(identityOf);
  // its failure is met where it is asked for
  identity.catch(() => undefined);
  return { ...read, identity };
}

/** Opens and reads one data set and leaves its file unnamed: all that a picture or a control needs. */
export async function readTable(source: ByteSource, pool: MemoryPool, options: ReadSampleOptions = {}): Promise<ReadTable> {
  return readOpened(source, await openDataset(source, options), pool, options);
}

/** What the bytes of a data set and its file are, without its events. */
export async function identifySample(
  source: ByteSource,
  createHash: CreateHash,
  options: Pick<ReadSampleOptions, 'dataset' | 'mode' | 'signal'> = {},
): Promise<ByteIdentity> {
  const watched = watchBytes(source);
  const { dataset } = await openDataset(watched, options);
  const finish = await watchIdentity(watched, [dataset], createHash);
  return identityOf(await finish(options.signal));
}

const identityOf = ({ sha256, datasets: [dataset] }: FileIdentity): ByteIdentity => ({
  sha256,
  dataSha256: dataset?.dataSha256 ?? '',
  findings: dataset?.findings ?? [],
});

async function readOpened(
  source: ByteSource,
  { dataset, file }: Awaited<ReturnType<typeof openDataset>>,
  pool: MemoryPool,
  { channels, hasScratch, mode, signal, onProgress }: ReadSampleOptions,
): Promise<ReadTable> {
  const isLast = file.datasets.at(-1) === dataset;
  const judged = await judgeValues(dataset, source, { isLast, mayRefuse: mode !== 'salvage' });
  const table = await readEvents(dataset, source, {
    pool,
    ...(channels === undefined ? {} : { channels: channels(dataset) }),
    ...(hasScratch === undefined ? {} : { hasScratch }),
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const findings = [
    ...file.findings,
    ...dataset.findings,
    ...judged,
    ...notFinite(table, dataset.channels),
    ...findPersonalKeywords(dataset.keywords),
  ];
  return { file: source.name, dataset, datasetCount: countDatasets(file), table, findings };
}

/** The header of one data set of a file: no event is touched. */
export async function openDataset(
  source: ByteSource,
  { dataset: asked = 0, mode, signal }: Pick<ReadSampleOptions, 'dataset' | 'mode' | 'signal'>,
) {
  // one that has to be repaired, or cannot be read, stops no other
  const file = await openFcs(source, {
    keepsWhole: true,
    ...(mode === undefined || mode === 'strict' ? {} : { mode }),
    ...(signal === undefined ? {} : { signal }),
  });
  const dataset = file.datasets[asked];
  if (dataset === undefined)
    throw asked === file.datasets.length && file.broken !== undefined ? file.broken : noDataset(asked, countDatasets(file));
  if (mode === 'strict') for (const finding of [...file.findings, ...dataset.findings]) refuseStrictly(finding);
  return { file, dataset };
}

/** How many data sets a file holds, the one that cannot be read among them. */
export const countDatasets = ({ datasets, broken }: FcsFile): number => datasets.length + (broken === undefined ? 0 : 1);

function noDataset(asked: number, held: number): Problem {
  return new Problem(
    'no-such-dataset',
    {
      en: 'Data set {asked} was asked for; the file holds {held}.',
      ja: 'データセット{asked}が指定されましたが、このファイルには{held}個しかありません。',
    },
    { asked: asked + 1, held },
  );
}
