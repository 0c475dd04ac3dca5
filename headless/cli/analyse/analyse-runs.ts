import type { Host } from '../../../core/analyse.ts';
import { Problem } from '../../../core/base/problem.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import { analyseRun } from '../../../core/study/run-priors/analyse-run.ts';
import { controlProtocol } from '../../../core/study/run-priors/control-protocol.ts';
import { learnControl } from '../../../core/study/run-priors/learn-control.ts';
import { withSample } from '../../../core/study/sample/with-sample.ts';
import { openFile } from '../../files/file-source.ts';
import { describeError, isFailed } from '../shared/output.ts';
import { analyseFile, datasetsOf } from './analyse-file.ts';
import type { Analysed, AnalyseFilesOptions } from './analyse-options.ts';

/** Files that were measured together: controls and siblings of a run lend each other what they know. */
export async function analyseRuns(
  files: readonly string[],
  protocol: Protocol,
  host: Host,
  options: AnalyseFilesOptions,
): Promise<readonly Analysed[]> {
  const given = await datasetsOf(files, options);
  const datasets = given.flatMap((one) => (isFailed(one) ? [] : [one]));
  const members = datasets.map((one) => ({
    analyse: async (by: Protocol) => (await analyseFile(one, by, host, options)).analysis,
    learn: async (by: Protocol, control: Parameters<typeof learnControl>[2]) => {
      const source = await openFile(one.file);
      try {
        return await withSample(source, controlProtocol(by, control), host, { mode: options.mode, dataset: one.index }, (prepared) =>
          learnControl(prepared, by, control),
        );
      } finally {
        await source.close();
      }
    },
  }));
  const results = await analyseRun(members, protocol);
  const made = new Map(datasets.map((one, i) => [one, results[i]!] as const));
  return given.map((one) => {
    if (isFailed(one)) return one;
    const { file, dataset } = one;
    const result = made.get(one)!;
    const which = dataset === undefined ? {} : { dataset };
    return result instanceof Problem ? { ...describeError(file, result, options.lang), ...which } : { file, analysis: result, ...which };
  });
}
