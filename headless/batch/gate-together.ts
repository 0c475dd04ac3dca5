import { Problem } from '../../core/base/problem.ts';
import type { GateNode } from '../../core/gating/strategy/strategy.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { analyseRun } from '../../core/study/run-priors/analyse-run.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import type { BatchDone, BatchTask, LearnTask, LearntRunPriors } from './batch-jobs.ts';

/** Where the work is done: by the workers of a batch, or in this thread. */
export interface GateCalls {
  analyse(task: BatchTask): Promise<BatchDone>;
  learn(task: LearnTask): Promise<LearntRunPriors>;
}

export interface GatedTogether {
  /** For each run what it gave and the strategy that it was gated by, or why it gave nothing. */
  readonly outcomes: readonly ({ readonly done: BatchDone; readonly strategy: readonly GateNode[] } | Problem)[];
  /** Which of the runs could be read at all: what the others learnt, they learnt from these. */
  readonly read: readonly boolean[];
}

/** Gates runs that were measured together: controls and siblings help as in `analyse --same-run`. */
export async function gateTogether(
  tasks: readonly BatchTask[],
  protocol: Protocol,
  calls: GateCalls,
  atOnce: number,
): Promise<GatedTogether> {
  const made = new Map<SampleAnalysis, { readonly done: BatchDone; readonly strategy: readonly GateNode[] }>();
  const read = tasks.map(() => false);
  const members = tasks.map((task, i) => ({
    async analyse({ strategy }: Protocol) {
      const done = await calls.analyse({ ...task, strategy });
      // our own worker wrote it
      const analysis = JSON.parse(done.analysis) as SampleAnalysis;
      made.set(analysis, { done, strategy });
      read[i] = true;
      return analysis;
    },
    learn: async ({ strategy }: Protocol, control: LearnTask['control']) =>
      new Map(await calls.learn({ task: { ...task, strategy }, control })),
  }));
  const results = await analyseRun(members, protocol, atOnce);
  const outcomes = results.map((result) => {
    if (result instanceof Problem) return result;
    const found = made.get(result);
    if (found === undefined) throw new Error('an analysis that nobody made');
    return found;
  });
  return { outcomes, read };
}
