import { Problem } from '../../core/base/problem.ts';
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
import { softwareVersion } from '../host/host.ts';

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

  async function analystOf({ protocol_sha256: protocolSha256, engine }: RunResult['result']): Promise<Analyst> {
    const name = `${protocolSha256} ${engine}`;
    const known = analysts.get(name);
    if (known !== undefined) return known;
    const { text: protocolText, protocol } = await protocolVersion(db, protocolSha256);
    const made = { protocol, jobs: batchJobs({ protocolText, protocolSha256, engine }) };
    analysts.set(name, made);
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
    const group = `${result.protocol_sha256} ${result.engine} ${result.same_run}`;
    const strategies = together && (groups.get(group) ?? strategiesOf(together, analyst));
    if (strategies !== undefined) groups.set(group, strategies);
    const strategy = (await strategies)?.get(run.id);
    const analysis = await analyst.jobs.analyseWithPlots({ ...task, ...(strategy === undefined ? {} : { strategy }) });
    const stored = (await resultsById(db, [result.id])).get(result.id);
    if (stored === undefined || JSON.stringify(analysisOf(stored)) !== JSON.stringify({ ...analysis, plots: [] }))
      throw new Problem('report-differs', differs, { file: run.name, engine: result.engine, now: softwareVersion() });
    return analysis;
  };
}

const differs = {
  en: 'The file of {file} gives other numbers now than those stored (engine {engine}, now {now}). Run the batch again before reporting.',
  ja: '{file} を再計算した値が保存された結果と一致しません(保存時の版 {engine}、現在 {now})。先にバッチを再実行してください。',
};
