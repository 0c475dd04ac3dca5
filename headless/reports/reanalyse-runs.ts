import { ENGINE } from '../../core/base/engine.ts';
import { Problem } from '../../core/base/problem.ts';
import { withoutUnsaidKinds } from '../../core/data/metadata/cell-counts.ts';
import type { GateNode } from '../../core/gating/strategy/strategy.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import { protocolVersion } from '../archive/documents.ts';
import type { Archive } from '../archive/open-archive.ts';
import { overrideBook } from '../archive/overrides.ts';
import { analysisOf, resultsById, togetherOf } from '../archive/results.ts';
import { metadataOf, runsByIds } from '../archive/runs.ts';
import type { RunResult } from '../archive/stale-results.ts';
import { type BatchTask, batchJobs } from '../batch/batch-jobs.ts';
import { taskOf } from '../batch/batch-task.ts';
import { gateTogether } from '../batch/gate-together.ts';

interface Analyst {
  readonly protocol: Protocol;
  readonly jobs: ReturnType<typeof batchJobs>;
}

/**
 * Gates runs of the archive again, in this thread, with pictures; those that were gated together again together, once. Throws
 * `report-differs` where a file gives other numbers now than those that are stored.
 */
export async function createReanalysis({ db }: Archive, signal: AbortSignal) {
  const book = await overrideBook(db);
  const analysts = new Map<string, Analyst>();
  const groups = new Map<string, Promise<ReadonlyMap<string, readonly GateNode[]>>>();

  async function analystOf({ protocol_sha256: protocolSha256 }: RunResult['result']): Promise<Analyst> {
    const known = analysts.get(protocolSha256);
    if (known !== undefined) return known;
    const { text: protocolText, protocol } = await protocolVersion(db, protocolSha256);
    const made = { protocol, jobs: batchJobs({ protocolText, protocolSha256 }) };
    analysts.set(protocolSha256, made);
    return made;
  }
  const tasksOf = async (ids: readonly string[]): Promise<readonly BatchTask[]> => {
    const runs = new Map((await runsByIds(db, ids)).map((run) => [run.id, run]));
    const metadata = await metadataOf(db, [...runs.values()]);
    const tasks: BatchTask[] = [];
    for (const id of ids) {
      const run = runs.get(id);
      if (run !== undefined) tasks.push(await taskOf(db, run, metadata.get(id) ?? { role: 'sample' }, book));
    }
    return tasks;
  };

  /** What the others of its run taught each of some runs, by id. */
  async function strategiesOf(ids: readonly string[], { protocol, jobs }: Analyst): Promise<ReadonlyMap<string, readonly GateNode[]>> {
    const calls = {
      analyse(task: BatchTask) {
        signal.throwIfAborted();
        return jobs.analyse(task, { signal });
      },
      learn: jobs.learn,
    };
    const { outcomes } = await gateTogether(await tasksOf(ids), protocol, calls, 1);
    return new Map(
      ids.flatMap((id, i) => {
        const outcome = outcomes[i];
        return outcome === undefined || outcome instanceof Problem ? [] : [[id, outcome.strategy]];
      }),
    );
  }

  return async ({ run, result }: RunResult): Promise<SampleAnalysis> => {
    signal.throwIfAborted();
    const analyst = await analystOf(result);
    const together = togetherOf(result);
    const [task] = await tasksOf([run.id]);
    if (task === undefined) throw new Error(`run ${run.id} is gone`);
    const group = `${result.protocol_sha256} ${result.same_run}`;
    const strategies = together && (groups.get(group) ?? strategiesOf(together, analyst));
    if (strategies !== undefined) groups.set(group, strategies);
    const strategy = (await strategies)?.get(run.id);
    const analysis = await analyst.jobs.analyseWithPlots({ ...task, ...(strategy === undefined ? {} : { strategy }) });
    const stored = (await resultsById(db, [result.id])).get(result.id);
    const before = analysisOf(stored ?? missing(result.id));
    const { software } = before;
    if (numbersOf(before) !== numbersOf(analysis)) {
      const isOlder = result.engine !== ENGINE;
      const values = { file: run.name, engine: result.engine, now: ENGINE };
      throw isOlder ? new Problem('engine-older', olderNumbers, values) : new Problem('report-differs', differs, values);
    }
    return { ...analysis, software: { ...software, engine: result.engine } };
  };
}

/** What must not have changed. Counts of which nobody had said which cells they are of were of those that are meant now. */
function numbersOf({ software: _, quality: __, manual: ___, ...analysis }: SampleAnalysis): string {
  const { sample } = analysis;
  return JSON.stringify({ ...analysis, sample: { ...sample, metadata: withoutUnsaidKinds(sample.metadata) }, plots: [] });
}

function missing(id: string): never {
  throw new Error(`result ${id} is gone`);
}

const differs = {
  en: 'The file of {file} gives other numbers now than those stored. Run the batch again before reporting.',
  ja: '{file}を再計算した値が保存された結果と一致しません。先にバッチを再実行してください。',
};
const olderNumbers = {
  en: 'The results of {file} are of engine {engine}; engine {now} gives other numbers. Gate the runs again with a new batch before reporting.',
  ja: '{file}の結果はエンジン{engine}によるもので、現在のエンジン{now}とは値が異なります。報告の前に新しいバッチで再ゲーティングしてください。',
};
