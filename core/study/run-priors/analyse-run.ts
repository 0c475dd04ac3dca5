import { asProblem } from '../../base/as-problem.ts';
import { mapSome } from '../../base/map-some.ts';
import { Problem } from '../../base/problem.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { SampleAnalysis } from '../sample/sample-analysis.ts';
import type { ControlSample } from './learn-control.ts';
import { learnSiblings } from './learn-siblings.ts';
import { runOf } from './run-of.ts';
import { mergeRunPriors, nameGates, type RunPriors, withRunPriors } from './run-priors.ts';

/** One file of a run, as the host reads it. */
export interface RunMember {
  readonly analyse: (protocol: Protocol) => Promise<SampleAnalysis>;
  readonly learn: (protocol: Protocol, control: ControlSample) => Promise<RunPriors>;
}

/**
 * Files that were measured together (see `runOf`). Each is first analysed on its own; FMO and unstained controls then
 * say where negatives end, and samples whose gates are green say where the cuts of the others are to be expected. A file that fails is its
 * own result, the others are done. So many are worked on at once, which changes no result.
 */
export async function analyseRun(
  members: readonly RunMember[],
  protocol: Protocol,
  atOnce = 1,
): Promise<readonly (SampleAnalysis | Problem)[]> {
  const named = { ...protocol, strategy: [...nameGates(protocol.strategy)] };
  const alone = await mapSome(members, atOnce, (member) => orProblem(() => member.analyse(named)));
  const results = [...alone];
  for (const indices of runsOf(alone)) {
    const updated = apply(named, await learnControls(indices));
    if (updated !== named) await analyseAgain(indices.filter(isSample), () => updated);
    const analyses = indices.flatMap((i) => (results[i] instanceof Problem ? [] : (results[i] ?? [])));
    const expected = indices.map((i) => {
      const own = results[i];
      return own === undefined || own instanceof Problem || !isSample(i) ? updated : apply(updated, learnSiblings(own, analyses, named));
    });
    const unsure = indices.filter((_, n) => expected[n] !== updated);
    await analyseAgain(unsure, (i) => expected[indices.indexOf(i)]!);
  }
  return results;

  async function analyseAgain(indices: readonly number[], by: (i: number) => Protocol): Promise<void> {
    await mapSome(indices, atOnce, async (i) => {
      results[i] = await orProblem(() => members[i]!.analyse(by(i)));
    });
  }

  function isSample(i: number): boolean {
    const result = alone[i];
    return result !== undefined && !(result instanceof Problem) && result.sample.metadata.role === 'sample';
  }

  /** FMO controls overrule unstained ones. */
  async function learnControls(indices: readonly number[]): Promise<RunPriors> {
    const controls = (['fmo', 'unstained'] as const).flatMap((kind) =>
      indices.flatMap((i) => {
        const analysis = alone[i];
        if (analysis === undefined || analysis instanceof Problem || analysis.sample.metadata.role !== kind) return [];
        const { file, metadata } = analysis.sample;
        return [{ i, control: { kind, file, omits: metadata.omits ?? omittedByLabel(analysis) } }];
      }),
    );
    const learnt = await mapSome(controls, atOnce, async ({ i, control }) => {
      const priors = await orProblem(() => members[i]!.learn(named, control));
      if (priors instanceof Problem) results[i] = priors;
      return priors;
    });
    return mergeRunPriors(learnt.flatMap((priors) => (priors instanceof Problem ? [] : [priors])));
  }
}

/** The marker that the labels of an FMO control leave out, where they name one. */
function omittedByLabel({ findings }: SampleAnalysis): string | undefined {
  const markers = findings.flatMap(({ code, values }) => (code === 'label-left-out' ? [String(values?.['marker'])] : []));
  return markers.length === 1 ? markers[0] : undefined;
}

/** Places of the files of each run. */
function runsOf(results: readonly (SampleAnalysis | Problem)[]): readonly (readonly number[])[] {
  const runs = new Map<string, number[]>();
  for (const [i, result] of results.entries()) {
    if (result instanceof Problem) continue;
    const run = runOf(result.sample);
    runs.set(run, [...(runs.get(run) ?? []), i]);
  }
  return [...runs.values()];
}

const apply = (protocol: Protocol, priors: RunPriors): Protocol =>
  priors.size === 0 ? protocol : { ...protocol, strategy: [...withRunPriors(protocol.strategy, priors)] };

async function orProblem<T>(work: () => Promise<T>): Promise<T | Problem> {
  try {
    return await work();
  } catch (error) {
    return asProblem(error);
  }
}
