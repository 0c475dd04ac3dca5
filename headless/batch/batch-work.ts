import { setTimeout } from 'node:timers/promises';
import { Problem } from '../../core/base/problem.ts';
import { JobCancelled } from '../../core/base/workers/cancelled.ts';
import type { OverrideBook } from '../../core/study/overrides/override-book.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { failureOf } from '../archive/batches.ts';
import type { Database } from '../archive/database.ts';
import { type NewResult, resultIdOf } from '../archive/results.ts';
import { type AwayFiles, FileAway } from './away-files.ts';
import type { BatchDone, BatchTask } from './batch-jobs.ts';
import type { BatchPool } from './batch-pool.ts';
import { taskOf } from './batch-task.ts';
import { keyTogether, type RunToDo } from './batch-units.ts';
import { type GateCalls, gateTogether } from './gate-together.ts';
import type { PausedGroups } from './paused-groups.ts';
import type { ResultWriter } from './result-writer.ts';
import type { PlacesOf } from './share-roots.ts';

/** What the runs of a batch have in common while they are done. */
export interface BatchWork {
  readonly db: Database;
  readonly protocol: Protocol;
  readonly book: OverrideBook;
  readonly workers: BatchPool;
  readonly jobs: number;
  readonly writer: ResultWriter;
  readonly pauses: PausedGroups | undefined;
  readonly isStopped: () => boolean;
  /** A run has its result, or the reason why it has none. */
  readonly note: (failed: boolean) => void;
  readonly onBug: ((error: unknown) => void) | undefined;
  /** Where files lie on this machine, where it is not where they were imported from. */
  readonly placesOf?: PlacesOf | undefined;
  /** Gives runs back whose files are away; absent where they fail. */
  readonly away?: AwayFiles | undefined;
}

/**
 * Does one unit of a batch: a run, or runs that were measured together. Each ends with a result or with the reason why it has none. Throws
 * only for failures of the archive itself, and `FileAway` for a unit that is given back.
 */
export async function doUnit(work: BatchWork, unit: readonly RunToDo[]): Promise<void> {
  const { writer, note } = work;
  for (const { run, key, isPending, isKnown } of unit) {
    if (!isPending || !isKnown) continue;
    await writer.add({ runId: run.id, resultId: resultIdOf(key) });
    note(false);
  }
  const [only, ...others] = unit.filter(({ isPending, isKnown }) => isPending && !isKnown);
  if (only === undefined) return;
  if (unit.length === 1 && others.length === 0) return doRun(work, only);
  await doTogether(work, unit).catch((error: unknown) => {
    if (!(error instanceof JobCancelled)) throw error;
  });
}

const doRun = (work: BatchWork, todo: RunToDo): Promise<void> =>
  store(work, todo, async () => ({ key: todo.key, ...(await callsOf(work).analyse(await makeTask(work, todo))) }));

/** Those that could not be read had no part in what the others learnt: keys name only who had. */
async function doTogether(work: BatchWork, unit: readonly RunToDo[]): Promise<void> {
  const calls = callsOf(work);
  const stoppable: GateCalls = {
    analyse: (task) => (work.isStopped() ? Promise.reject(new JobCancelled()) : calls.analyse(task)),
    learn: calls.learn,
  };
  const tasks = await Promise.all(unit.map((todo) => makeTask(work, todo)));
  const { outcomes, read } = await gateTogether(tasks, work.protocol, stoppable, work.jobs * 2);
  // gated without one that is only away, the others would get other numbers
  for (const [i, { run }] of unit.entries()) {
    const outcome = outcomes[i];
    if (work.away?.mustWait(run.id, outcome) === true) throw new FileAway(outcome.message);
    if (read[i]) work.away?.reached(run.id);
  }
  const members = unit.filter((_, i) => read[i]);
  const together = members.map(({ run }) => run.id);
  for (const [i, todo] of unit.entries()) {
    const outcome = outcomes[i];
    if (!todo.isPending || todo.isKnown || outcome === undefined) continue;
    await store(work, todo, async () => {
      if (outcome instanceof Problem) throw outcome;
      return { key: keyTogether(todo, members), together, ...outcome.done };
    });
  }
}

/** Stores what a run gave, or why it gave nothing. The archive's own failures end the batch. */
async function store(
  { pauses, writer, note, onBug, away }: BatchWork,
  { run }: RunToDo,
  make: () => Promise<NewResult & Pick<BatchDone, 'group' | 'landmarks'>>,
): Promise<void> {
  try {
    const { group, landmarks, ...result } = await make();
    away?.reached(run.id);
    if (landmarks !== undefined) pauses?.add({ group, at: run.acquired_on ?? '', sha256: run.sha256, control: true, landmarks });
    else if (pauses?.mayGate(group) === false) throw new Problem('group-paused', groupPaused, { file: run.name });
    await writer.add({ runId: run.id, result });
    note(false);
  } catch (error) {
    if (error instanceof JobCancelled) return;
    if (away?.mustWait(run.id, error) === true) throw new FileAway(error.message);
    const bug = error instanceof Problem ? error.cause : error;
    if (bug !== undefined) onBug?.(bug);
    if (isOfArchive(error)) throw error;
    await writer.add({ runId: run.id, failure: failureOf(error) });
    note(true);
  }
}

/** A run in whose turn too many programs ended has its reason instead of a result: it holds up no other, and is tried again when a person resumes the batch. */
export async function setAside({ writer, note }: BatchWork, unit: readonly RunToDo[]): Promise<void> {
  for (const { run, isPending } of unit) {
    if (!isPending) continue;
    await writer.add({ runId: run.id, failure: failureOf(new Problem('run-set-aside', isSetAside, { file: run.name })) });
    note(true);
  }
}

const makeTask = ({ db, book, placesOf }: BatchWork, { run, metadata }: RunToDo): Promise<BatchTask> =>
  taskOf(db, run, metadata, book, placesOf);

const callsOf = ({ workers }: BatchWork): GateCalls => ({
  analyse: (task) => onceMore(() => workers.run('analyse', task)),
  learn: (task) => onceMore(() => workers.run('learn', task)),
});

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
  en: 'The control charts of the instrument and panel of {file} broke a rule: unattended gating is paused until they are reviewed.',
  ja: '{file}の装置・パネルの管理図が管理限界を逸脱しているため、自動処理を保留しました。担当者の確認が必要です。',
};

const isSetAside = {
  en: '{file} was set aside: programs ended again and again while they gated it. Look at the file, then resume the batch.',
  ja: '{file}の解析中にプログラムが繰り返し終了したため、解析から外しました。ファイルを確認してからバッチを再開してください。',
};
