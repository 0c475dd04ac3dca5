import { analyseSample, type Host } from '../../core/analyse.ts';
import type { SampleAnalysis } from '../../core/analysis.ts';
import type { Protocol } from '../../core/session/protocol.ts';
import { openFile } from '../files/file-source.ts';
import type { AnalyseFilesOptions } from './analyse.ts';
import { showProgress } from './output.ts';

/** One file by a protocol, with its progress on the terminal. */
export async function analyseFile(
  file: string,
  protocol: Protocol,
  host: Host,
  { dataset, mode, plots, metadataOf, overrides }: AnalyseFilesOptions,
): Promise<{ readonly file: string; readonly analysis: SampleAnalysis }> {
  const source = await openFile(file);
  try {
    const analysis = await analyseSample(source, protocol, host, {
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
