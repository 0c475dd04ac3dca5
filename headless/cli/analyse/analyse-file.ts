import { analyseSample, type Host } from '../../../core/analyse.ts';
import type { GatedSample } from '../../../core/gating/strategy/population.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import { countDatasets, openDataset } from '../../../core/study/sample/raw-sample.ts';
import { openFile } from '../../files/file-source.ts';
import { helperHashes } from '../../helper-thread/helper-hashes.ts';
import { HELPER_FROM_BYTES, type HelperPool, oneTurn } from '../../helper-thread/helper-pool.ts';
import { describeError, type FileError, showProgress, titleOf } from '../shared/output.ts';
import { writeMemberships } from '../shared/write-memberships.ts';
import type { Analysed, AnalysedSample, AnalyseFilesOptions } from './analyse-options.ts';

/** May have another thread for large files. */
export interface FileHost extends Host {
  readonly helper?: HelperPool | undefined;
}

/** A data set that is to be analysed. */
export interface FileDataset {
  readonly file: string;
  /** 0 for the first data set of the file. */
  readonly index: number;
  /** The same where the file holds several. */
  readonly dataset?: number;
}

/** The data sets of files that are asked for, in their order; an error for each file that cannot be opened. */
export async function datasetsOf(
  files: readonly string[],
  { dataset, mode, lang }: Pick<AnalyseFilesOptions, 'dataset' | 'mode' | 'lang'>,
): Promise<readonly (FileDataset | FileError)[]> {
  const lists: (readonly (FileDataset | FileError)[])[] = [];
  for (const file of files)
    lists.push(
      dataset === undefined
        ? await allOf(file, mode).catch((error: unknown) => [describeError(file, error, lang)])
        : [{ file, index: dataset, ...(dataset === 0 ? {} : { dataset }) }],
    );
  return lists.flat();
}

async function allOf(file: string, mode: AnalyseFilesOptions['mode']): Promise<readonly FileDataset[]> {
  const source = await openFile(file);
  try {
    const count = countDatasets((await openDataset(source, { mode: mode === 'strict' ? 'default' : mode })).file);
    return Array.from({ length: count }, (_, index) => ({ file, index, ...(count === 1 ? {} : { dataset: index }) }));
  } finally {
    await source.close();
  }
}

/** The same as a result that may be an error. */
export const analyseOrSay = (one: FileDataset, protocol: Protocol, host: FileHost, options: AnalyseFilesOptions): Promise<Analysed> =>
  analyseFile(one, protocol, host, options).catch((error: unknown) => ({
    ...describeError(one.file, error, options.lang),
    ...(one.dataset === undefined ? {} : { dataset: one.dataset }),
  }));

/** One data set by a protocol, with its progress on the terminal. */
export async function analyseFile(
  one: FileDataset,
  protocol: Protocol,
  { helper: pool, ...host }: FileHost,
  { mode, plots, quality = false, metadataOf, overrides, memberships, form }: AnalyseFilesOptions,
): Promise<AnalysedSample> {
  const { file, index, dataset } = one;
  const source = await openFile(file);
  const helper = source.size < HELPER_FROM_BYTES ? undefined : await idle(pool);
  const hashes = helper && helperHashes(helper);
  try {
    const analysis = await analyseSample(source, protocol, hashes === undefined ? host : { ...host, createHash: hashes.createHash }, {
      dataset: index,
      mode,
      plots,
      quality,
      metadata: metadataOf(file),
      ...(overrides === undefined ? {} : { overrides }),
      ...(helper === undefined ? {} : { helper: { pool: helper, turn: oneTurn } }),
      ...(memberships === undefined
        ? {}
        : { onGated: (gated: GatedSample, eventCount: number) => writeMemberships(memberships, gated, eventCount, form && { form }) }),
      onProgress: (fraction) => showProgress(titleOf(one), fraction),
    });
    return { file, analysis, ...(dataset === undefined ? {} : { dataset }) };
  } finally {
    hashes?.close();
    await source.close();
  }
}

/**
 * The other thread once it has nothing else to do; undefined where it is lost. Who sends it bytes waits where it is behind, and while it waits hears
 * no message: it must not have to be given its job by then.
 */
const idle = (pool: HelperPool | undefined): Promise<HelperPool | undefined> | undefined =>
  pool?.run('ready', null).then(
    () => pool,
    () => undefined,
  );
