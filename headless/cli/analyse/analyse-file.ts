import { analyseSample, type Host } from '../../../core/analyse.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import { openFile } from '../../files/file-source.ts';
import { helperHashes } from '../../helper-thread/helper-hashes.ts';
import { HELPER_FROM_BYTES, type HelperPool, oneTurn } from '../../helper-thread/helper-pool.ts';
import { showProgress } from '../shared/output.ts';
import type { AnalyseFilesOptions } from './analyse-options.ts';

/** May have another thread for large files. */
export interface FileHost extends Host {
  readonly helper?: HelperPool | undefined;
}

/** One file by a protocol, with its progress on the terminal. */
export async function analyseFile(
  file: string,
  protocol: Protocol,
  { helper: pool, ...host }: FileHost,
  { dataset, mode, plots, metadataOf, overrides }: AnalyseFilesOptions,
): Promise<{ readonly file: string; readonly analysis: SampleAnalysis }> {
  const source = await openFile(file);
  const helper = source.size < HELPER_FROM_BYTES ? undefined : await idle(pool);
  const hashes = helper && helperHashes(helper);
  try {
    const analysis = await analyseSample(source, protocol, hashes === undefined ? host : { ...host, createHash: hashes.createHash }, {
      dataset,
      mode,
      plots,
      metadata: metadataOf(file),
      ...(overrides === undefined ? {} : { overrides }),
      ...(helper === undefined ? {} : { helper: { pool: helper, turn: oneTurn } }),
      onProgress: (fraction) => showProgress(file, fraction),
    });
    return { file, analysis };
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
