import { stat } from 'node:fs/promises';
import type { ResidualPlan } from '../../../core/study/residual/residual-plan.ts';
import { type CountedTubes, countTubes } from '../../../core/study/sample/count-tubes.ts';
import { analyseFiles } from '../analyse/analyse.ts';
import type { AnalyseFilesOptions } from '../analyse/analyse-options.ts';
import { expandFiles } from '../shared/expand-files.ts';
import type { LoadedProtocol } from '../shared/load-protocol.ts';
import { describeError, type FileError, isFailed } from '../shared/output.ts';

/** Counts tubes of one sample and its blanks, whose files are named, by the gates of the largest. */
export async function countFiles(
  given: { readonly files: readonly string[]; readonly blanks: readonly string[] },
  loaded: LoadedProtocol,
  plan: ResidualPlan,
  options: AnalyseFilesOptions,
): Promise<CountedTubes<FileError>> {
  const files = await bySize(await expandFiles(given.files, options.recursive, options.lang));
  const blanks = await expandFiles(given.blanks, options.recursive, options.lang);
  return countTubes({ files, blanks }, plan, {
    gate: async (names, hold) =>
      (await analyseFiles(names, { ...loaded, protocol: hold(loaded.protocol) }, options)).map((result) =>
        isFailed(result) ? { fault: result } : result,
      ),
    faultOf: (file, error) => describeError(file, error, options.lang),
  });
}

/** The largest first: its gates are placed from the most events. Files that cannot be looked at come last and say why when they are read. */
async function bySize(files: readonly string[]): Promise<readonly string[]> {
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => -1,
      ),
    ),
  );
  return files
    .map((file, i) => ({ file, size: sizes[i]! }))
    .sort((a, b) => b.size - a.size)
    .map(({ file }) => file);
}
