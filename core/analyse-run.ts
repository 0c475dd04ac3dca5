import type { SampleAnalysis } from './analysis.ts';
import { Problem } from './problem.ts';
import type { ControlSample } from './sample/learn-control.ts';
import { learnSiblings } from './sample/learn-siblings.ts';
import { runOf } from './sample/run-of.ts';
import type { Protocol } from './session/protocol.ts';
import { mergeLessons, nameGates, type RunLessons, withLessons } from './session/run-lessons.ts';

/** One file of a run, as the host reads it. */
export interface RunMember {
  readonly analyse: (protocol: Protocol) => Promise<SampleAnalysis>;
  readonly learn: (protocol: Protocol, control: ControlSample) => Promise<RunLessons>;
}

/**
 * Files that were measured together (see `runOf`). Each is first analysed on its own; FMO and unstained controls then
 * say where negatives end, and samples whose gates are green say where the cuts of the others are to be expected. A file that fails is its
 * own result, the others are done.
 */
export async function analyseRun(members: readonly RunMember[], protocol: Protocol): Promise<readonly (SampleAnalysis | Problem)[]> {
  const named = { ...protocol, strategy: [...nameGates(protocol.strategy)] };
  const alone: (SampleAnalysis | Problem)[] = [];
  for (const member of members) alone.push(await orProblem(() => member.analyse(named)));
  const results = [...alone];
  for (const indices of runsOf(alone)) {
    const taught = teach(named, await learnControls(indices));
    if (taught !== named) for (const i of indices.filter(isSample)) results[i] = await orProblem(() => members[i]!.analyse(taught));
    const analyses = indices.flatMap((i) => (results[i] instanceof Problem ? [] : (results[i] ?? [])));
    const expected = indices.map((i) => {
      const own = results[i];
      return own === undefined || own instanceof Problem || !isSample(i) ? taught : teach(taught, learnSiblings(own, analyses, named));
    });
    for (const [n, i] of indices.entries())
      if (expected[n] !== taught) results[i] = await orProblem(() => members[i]!.analyse(expected[n]!));
  }
  return results;

  function isSample(i: number): boolean {
    const result = alone[i];
    return result !== undefined && !(result instanceof Problem) && result.sample.metadata.role === 'sample';
  }

  /** FMO controls overrule unstained ones. */
  async function learnControls(indices: readonly number[]): Promise<RunLessons> {
    const learnt: RunLessons[] = [];
    for (const kind of ['fmo', 'unstained'] as const)
      for (const i of indices) {
        const analysis = alone[i];
        if (analysis === undefined || analysis instanceof Problem || analysis.sample.metadata.role !== kind) continue;
        const { file, metadata } = analysis.sample;
        const lessons = await orProblem(() => members[i]!.learn(named, { kind, file, omits: metadata.omits }));
        if (lessons instanceof Problem) results[i] = lessons;
        else learnt.push(lessons);
      }
    return mergeLessons(learnt);
  }
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

const teach = (protocol: Protocol, lessons: RunLessons): Protocol =>
  lessons.size === 0 ? protocol : { ...protocol, strategy: [...withLessons(protocol.strategy, lessons)] };

async function orProblem<T>(work: () => Promise<T>): Promise<T | Problem> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
