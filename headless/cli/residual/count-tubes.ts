import { stat } from 'node:fs/promises';
import type { ResidualPlan } from '../../../core/study/residual/residual-plan.ts';
import { type Tube, tubeOf } from '../../../core/study/residual/tube.ts';
import { holdGates } from '../../../core/study/sample/hold-gates.ts';
import { analyseFiles } from '../analyse/analyse.ts';
import type { AnalysedSample, AnalyseFilesOptions } from '../analyse/analyse-options.ts';
import { expandFiles } from '../shared/expand-files.ts';
import type { LoadedProtocol } from '../shared/load-protocol.ts';
import { describeError, type FileError, isFailed } from '../shared/output.ts';

/** What was counted of a sample's tubes and of its blanks; what failed is named. */
export interface CountedTubes {
  readonly tubes: readonly Tube[];
  readonly blanks: readonly Tube[];
  readonly failed: readonly FileError[];
}

/**
 * Counts tubes of one sample and its blanks by the same gates: those below the denominator stand as they were placed in the largest tube.
 */
export async function countTubes(
  given: { readonly files: readonly string[]; readonly blanks: readonly string[] },
  loaded: LoadedProtocol,
  plan: ResidualPlan,
  options: AnalyseFilesOptions,
): Promise<CountedTubes> {
  const files = await bySize(await expandFiles(given.files, options.recursive, options.lang));
  const blanks = await expandFiles(given.blanks, options.recursive, options.lang);
  const [largest] = files;
  if (largest === undefined) return { tubes: [], blanks: [], failed: [] };
  const first = await analyseFiles([largest], loaded, options);
  const taught = first.find((result) => !isFailed(result));
  if (taught === undefined) return { tubes: [], blanks: [], failed: first.filter(isFailed) };
  const { analysis } = taught as AnalysedSample;
  const held = { ...loaded, protocol: holdGates(loaded.protocol, analysis, plan.denominator) };
  const failed: FileError[] = [];
  const count = async (names: readonly string[], results = analyseFiles(names, held, options)): Promise<readonly Tube[]> =>
    (names.length === 0 ? [] : await results).flatMap((result) => {
      if (isFailed(result)) {
        failed.push(result);
        return [];
      }
      try {
        return [tubeOf(result.file, result.analysis, plan)];
      } catch (error) {
        failed.push(describeError(result.file, error, options.lang));
        return [];
      }
    });
  const asTaught = await count([largest], Promise.resolve(first));
  const others = await count(files.slice(1));
  // a gate that was placed without certainty is no surer in the tubes that it was handed to
  const light = asTaught.some((tube) => tube.light === 'red') ? 'red' : undefined;
  const as = (tube: Tube): Tube => (light === undefined ? tube : { ...tube, light });
  return { tubes: [...asTaught, ...others.map(as)], blanks: (await count(blanks)).map(as), failed };
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
