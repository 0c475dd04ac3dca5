import { setTimeout } from 'node:timers/promises';
import { Problem } from '../../core/base/problem.ts';
import { JobCancelled } from '../../core/base/workers/cancelled.ts';
import { type BatchCounts, countBatch, failureOf, pauseBatch, pendingRuns, setBatchState } from '../archive/batches.ts';
import { recordFirstResults } from '../archive/decisions.ts';
import { protocolVersion } from '../archive/documents.ts';
import type { Archive } from '../archive/open-archive.ts';
import { overrideBook } from '../archive/overrides.ts';
import { type NewResult, resultIdOf } from '../archive/results.ts';
import type { Batch } from '../archive/schema.ts';
import type { BatchDone, BatchTask } from './batch-jobs.ts';
import { startWorkers } from './batch-pool.ts';
import { taskOf } from './batch-task.ts';
import { keyTogether, type RunToDo, unitsOf } from './batch-units.ts';
import { type GateCalls, gateTogether } from './gate-together.ts';
import { pausedGroups } from './paused-groups.ts';
import { createRate } from './rate.ts';
import { createResultWriter } from './result-writer.ts';

export interface BatchProgress extends BatchCounts {
  readonly runsPerSecond: number;
  /** Until the end at this rate; undefined before there is a rate. */
  readonly secondsLeft: number | undefined;
}

export interface RunBatchOptions {
  /** Workers. */
  readonly jobs: number;
  readonly now: () => string;
  /** Stops after the runs that are being done; they are stored, and the batch can be taken up again. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BatchProgress) => void;
  readonly onBug?: (error: unknown) => void;
  readonly workers?: typeof startWorkers;
}

/**
 * Does what is left of a batch. Every run ends with a result or with the reason why it has none; one that fails stops no other.
 * Gives the counts. Throws where the archive itself fails: what was stored until then is whole, and the batch can be taken up again.
 */
export async function runBatch(archive: Archive, batch: Batch, options: RunBatchOptions): Promise<BatchCounts> {
  const { db } = archive;
  const { jobs, now, signal } = options;
  const { text: protocolText, protocol } = await protocolVersion(db, batch.protocol_sha256);
  const setting = { protocolText, protocolSha256: batch.protocol_sha256 };
  const book = await overrideBook(db, batch.protocol_sha256);
  const pauses = batch.respect_pauses === 1 ? await pausedGroups(db, batch) : undefined;
  const writer = createResultWriter(archive, batch.id, now);
  const workers = (options.workers ?? startWorkers)(setting, jobs);
  const counts = { ...(await countBatch(db, batch.id)) };
  const rate = createRate();
  let fault: { readonly error: unknown } | undefined;
  await setBatchState(db, batch.id, 'open');

  const isStopped = (): boolean => signal?.aborted === true;
  const note = (failed: boolean): void => {
    counts.done += 1;
    if (failed) counts.failed += 1;
    const runsPerSecond = rate.note();
    const secondsLeft = runsPerSecond > 0 ? (counts.total - counts.done) / runsPerSecond : undefined;
    options.onProgress?.({ ...counts, runsPerSecond, secondsLeft });
  };

  const makeTask = ({ run, metadata }: RunToDo): Promise<BatchTask> => taskOf(db, run, metadata, book);
  const calls: GateCalls = {
    analyse: (task) => onceMore(() => workers.run('analyse', task)),
    learn: (task) => onceMore(() => workers.run('learn', task)),
  };

  /** Stores what a run gave, or why it gave nothing. The archive's own failures end the batch. */
  async function store({ run }: RunToDo, work: () => Promise<NewResult & Pick<BatchDone, 'group' | 'landmarks'>>): Promise<void> {
    try {
      const { group, landmarks, ...result } = await work();
      if (landmarks !== undefined) pauses?.add({ group, at: run.acquired_on ?? '', sha256: run.sha256, control: true, landmarks });
      else if (pauses?.mayGate(group) === false) throw new Problem('group-paused', groupPaused, { file: run.name });
      await writer.add({ runId: run.id, result });
      note(false);
    } catch (error) {
      if (error instanceof JobCancelled) return;
      if (!(error instanceof Problem)) options.onBug?.(error);
      if (isOfArchive(error)) throw error;
      await writer.add({ runId: run.id, failure: failureOf(error) });
      note(true);
    }
  }

  const doRun = (todo: RunToDo): Promise<void> =>
    store(todo, async () => ({ key: todo.key, ...(await calls.analyse(await makeTask(todo))) }));

  /** Those that could not be read had no part in what the others learnt: keys name only who had. */
  async function doTogether(unit: readonly RunToDo[]): Promise<void> {
    const stoppable: GateCalls = {
      analyse: (task) => (isStopped() ? Promise.reject(new JobCancelled()) : calls.analyse(task)),
      learn: calls.learn,
    };
    const tasks = await Promise.all(unit.map(makeTask));
    const { outcomes, read } = await gateTogether(tasks, protocol, stoppable, jobs * 2);
    const members = unit.filter((_, i) => read[i]);
    const together = members.map(({ run }) => run.id);
    for (const [i, todo] of unit.entries()) {
      const outcome = outcomes[i];
      if (!todo.isPending || todo.isKnown || outcome === undefined) continue;
      await store(todo, async () => {
        if (outcome instanceof Problem) throw outcome;
        return { key: keyTogether(todo, members), together, ...outcome.done };
      });
    }
  }

  async function doUnit(unit: readonly RunToDo[]): Promise<void> {
    for (const { run, key, isPending, isKnown } of unit) {
      if (!isPending || !isKnown) continue;
      await writer.add({ runId: run.id, resultId: resultIdOf(key) });
      note(false);
    }
    const [only, ...others] = unit.filter(({ isPending, isKnown }) => isPending && !isKnown);
    if (only === undefined) return;
    if (unit.length === 1 && others.length === 0) return doRun(only);
    await doTogether(unit).catch((error: unknown) => {
      if (!(error instanceof JobCancelled)) throw error;
    });
  }

  try {
    const busy = new Set<Promise<void>>();
    const room = async (most: number): Promise<void> => {
      while (busy.size > most) await Promise.race(busy);
      if (fault !== undefined) throw fault.error;
    };
    let controls = true;
    for await (const unit of unitsOf(db, batch, book)) {
      if (isStopped()) break;
      // the charts of control material are complete before anything is judged by them
      if (controls && pauses !== undefined && unit.some(({ run }) => run.role !== 'reference')) {
        await room(0);
        controls = false;
      }
      // runs that are measured together fill the workers by themselves
      await room(unit.length === 1 ? jobs * 2 - 1 : 1);
      const work: Promise<void> = doUnit(unit)
        .catch((error: unknown) => {
          fault ??= { error };
        })
        .finally(() => busy.delete(work));
      busy.add(work);
    }
    await room(0);
    await writer.flush();
    const left = await pendingRuns(db, batch.id, -1, 1);
    if (left.length === 0) await finish();
    else await pauseBatch(db, batch.id);
    return await countBatch(db, batch.id);
  } finally {
    workers.dispose();
  }

  async function finish(): Promise<void> {
    await recordFirstResults(archive, batch, now());
    await setBatchState(db, batch.id, 'finished', now());
  }
}

const isOfArchive = (error: unknown): boolean =>
  error instanceof Problem && (error.code.startsWith('archive-') || error.code === 'disk-full');

/** A worker may end for want of memory, or because the system took it: a run is given to another one once. */
async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'worker-lost') throw error;
    await setTimeout(50);
    return work();
  }
}

const groupPaused = {
  en: 'The control charts of the instrument and panel of {file} broke a rule: unattended gating waits for a person.',
  ja: '{file} の装置・パネルの管理図が管理限界を逸脱しているため、自動処理を保留しました。担当者の確認が必要です。',
};
