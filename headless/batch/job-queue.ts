import { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Logger, run, runMigrations, type WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import {
  checkQueue,
  fillStage,
  giveBack,
  holdText,
  jobsOf,
  keepaliveText,
  poisonedUnits,
  programsAt,
  returnJobs,
  type Stage,
  taskOf,
  type UnitJob,
} from '../archive/batch-queue.ts';
import { batchMembers, findBatch, pendingRuns } from '../archive/batches.ts';
import type { Archive } from '../archive/open-archive.ts';
import { postgresProblem } from '../archive/problems.ts';
import { FileAway } from './away-files.ts';
import { unitOf, unitsOf } from './batch-units.ts';
import { AWAY_MS, isControl, type QueuedBatch, type Unit, type UnitQueue } from './unit-queue.ts';

/**
 * The queue of an archive on PostgreSQL: units are jobs of graphile-worker, done by programs on any number of machines. A stage is filled by the first
 * program that finds it empty while runs are left, so that what a death takes out of the queue comes back.
 */
export const jobQueue =
  (name: string, connections: NonNullable<Archive['connections']>): UnitQueue =>
  async (queued) => {
    const pool = connections(6);
    try {
      await checkQueue(queued.db, name);
      await runMigrations({ pgPool: pool, logger: silent });
      const { onControlsDone } = queued;
      const areControlsDone = onControlsDone === undefined || (await drain(queued, pool, 'controls'));
      if (areControlsDone) {
        await onControlsDone?.();
        await drain(queued, pool, 'rest');
      }
      // what this program had in hand is done or given back
      return (await programsAt(queued.db, queued.batch.id)).length > 0;
    } catch (error) {
      throw postgresProblem(name, error);
    } finally {
      await within(CLOSING_MS, pool.end());
    }
  };

/** How long to wait for a server that does not answer any more. */
const CLOSING_MS = 3000;
/** How often to look whether other programs died and whether anything is left. */
const LOOK_MS = 1000;

/** Does what is left of a stage. False where this program stopped before its end. */
async function drain(queued: QueuedBatch, pool: Pool, stage: Stage): Promise<boolean> {
  const { db, batch, book, isStopped } = queued;
  const task = taskOf(batch.id, stage);
  const isOfStage = (unit: Unit): boolean => stage === 'rest' || isControl(unit);
  async function* left(): AsyncGenerator<UnitJob> {
    for await (const unit of unitsOf(db, batch, book)) {
      if (!isOfStage(unit)) return; // control material goes first
      yield { runs: unit.map(({ run }) => run.id) };
    }
  }
  while ((await pendingRuns(db, batch.id, -1, 1, stage === 'controls' ? 'reference' : undefined)).length > 0) {
    if (isStopped() || (await findBatch(db, batch.id)).state === 'cancelled') return false;
    await fillStage(db, task, left);
    await work(queued, pool, task);
  }
  return true;
}

/** Takes units of a stage until none is left in the queue, or this program is stopped. Throws where the archive fails. */
async function work(queued: QueuedBatch, pool: Pool, task: string): Promise<void> {
  const { db, batch, book, jobs, isStopped, flush } = queued;
  let fault: { readonly error: unknown } | undefined;
  const failed = (error: unknown): void => {
    fault ??= { error };
  };
  const isOver = (): boolean => isStopped() || fault !== undefined;
  const alive = await pool.connect();
  alive.on('error', failed);
  const events = new EventEmitter() as WorkerEvents;
  events.on('worker:create', ({ worker }) => void alive.query(holdText, [worker.workerId]).catch(failed));
  const mayBeEmpty = new EventEmitter();
  events.on('worker:getJob:empty', () => mayBeEmpty.emit('empty'));

  async function doJob(job: UnitJob): Promise<void> {
    if (isOver()) return giveBack(db, task, job, 0);
    try {
      await queued.work(await unitOf(db, batch, book, await batchMembers(db, batch.id, job.runs)));
      await flush();
      if (isStopped()) await giveBack(db, task, job, 0); // it may have been stopped in the middle; what is done is done in no time
    } catch (error) {
      if (error instanceof FileAway) return giveBack(db, task, job, AWAY_MS);
      failed(error);
      throw error;
    }
  }

  try {
    await alive.query(keepaliveText);
    const runner = await run({
      ...{ pgPool: pool, events, logger: silent, noHandleSignals: true, parsedCronItems: [], pollInterval: LOOK_MS },
      // runs that are measured together fill the workers by themselves
      concurrency: batch.same_run === null ? jobs * 2 : 2,
      taskList: { [task]: (payload) => doJob(payload as UnitJob) },
    });
    runner.promise.catch(failed);
    try {
      while (!isOver() && (await jobsOf(db, task)) > 0) {
        await returnJobs(db, task);
        for (const { runs } of await poisonedUnits(db, task))
          await queued.setAside(await unitOf(db, batch, book, await batchMembers(db, batch.id, runs)));
        await nextEmpty(mayBeEmpty);
      }
    } finally {
      await within(CLOSING_MS, runner.stop());
    }
    if (fault !== undefined) throw fault.error;
    await flush();
  } finally {
    alive.release(true);
  }
}

/** Waits until a worker finds the queue empty, or for a while. */
async function nextEmpty(mayBeEmpty: EventEmitter): Promise<void> {
  const stop = new AbortController();
  const empty = new Promise<void>((resolve) => mayBeEmpty.once('empty', () => resolve()));
  await Promise.race([empty, setTimeout(LOOK_MS, undefined, { signal: stop.signal }).catch(() => undefined)]);
  stop.abort();
  mayBeEmpty.removeAllListeners('empty');
  await setTimeout(20);
}

/** Ends with a promise, or without it after a while; what it would throw is of no use any more. */
async function within(ms: number, promise: Promise<unknown>): Promise<void> {
  const stop = new AbortController();
  await Promise.race([promise.catch(() => undefined), setTimeout(ms, undefined, { signal: stop.signal }).catch(() => undefined)]);
  stop.abort();
}

/** What a person needs to know is said by the batch. */
const silent = new Logger(() => () => undefined);
