import type { Host } from '../../../core/analyse.ts';
import { Problem } from '../../../core/base/problem.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import { analyseRun } from '../../../core/study/run-priors/analyse-run.ts';
import { controlProtocol } from '../../../core/study/run-priors/control-protocol.ts';
import { learnControl } from '../../../core/study/run-priors/learn-control.ts';
import { withSample } from '../../../core/study/sample/with-sample.ts';
import { openFile } from '../../files/file-source.ts';
import { describeError } from '../shared/output.ts';
import { analyseFile } from './analyse-file.ts';
import type { Analysed, AnalyseFilesOptions } from './analyse-options.ts';

/** Files that were measured together: controls and siblings of a run lend each other what they know. */
export async function analyseRuns(
  files: readonly string[],
  protocol: Protocol,
  host: Host,
  options: AnalyseFilesOptions,
): Promise<readonly Analysed[]> {
  const members = files.map((file) => ({
    analyse: async (by: Protocol) => (await analyseFile(file, by, host, options)).analysis,
    learn: async (by: Protocol, control: Parameters<typeof learnControl>[2]) => {
      const source = await openFile(file);
      try {
        return await withSample(source, controlProtocol(by, control), host, options, (prepared) => learnControl(prepared, by, control));
      } finally {
        await source.close();
      }
    },
  }));
  const results = await analyseRun(members, protocol);
  return results.map((result, i) => {
    const file = files[i] ?? '';
    return result instanceof Problem ? describeError(file, result, options.lang) : { file, analysis: result };
  });
}
