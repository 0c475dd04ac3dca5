import { analyseSample, type Host } from '../../../core/analyse.ts';
import { analyseBeside } from '../../../core/analyse-beside.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import { openFile } from '../../files/file-source.ts';
import { HELPER_FROM_BYTES, type HelperPool, oneTurn } from '../../helper-thread/helper-pool.ts';
import { showProgress } from '../shared/output.ts';
import type { AnalyseFilesOptions } from './analyse-options.ts';

/** May have another thread for large files. */
export interface FileHost extends Host {
  readonly beside?: HelperPool | undefined;
}

/** One file by a protocol, with its progress on the terminal. */
export async function analyseFile(
  file: string,
  protocol: Protocol,
  host: FileHost,
  { dataset, mode, plots, metadataOf, overrides }: AnalyseFilesOptions,
): Promise<{ readonly file: string; readonly analysis: SampleAnalysis }> {
  const source = await openFile(file);
  try {
    const { beside } = host;
    const analyse =
      beside === undefined || source.size < HELPER_FROM_BYTES
        ? analyseSample
        : (...[of, by, , how]: Parameters<typeof analyseSample>) =>
            analyseBeside(of, by, { ...host, beside, digests: beside.run('digestFile', { file, dataset, mode }), turn: oneTurn }, how);
    const analysis = await analyse(source, protocol, host, {
      dataset,
      mode,
      plots,
      metadata: metadataOf(file),
      ...(overrides === undefined ? {} : { overrides }),
      onProgress: (fraction) => showProgress(file, fraction),
    });
    return { file, analysis };
  } finally {
    await source.close();
  }
}
