import { type Abortable, JobCancelled, raiseFlag } from './cancelled.ts';
import type { JobArgs, JobName, JobResult, JobTable } from './job-table.ts';
import { sharedMemoryMissing } from './problems.ts';
import { createRunQueue, type Run } from './run-queue.ts';
import type { PoolPort } from './wire.ts';
import { createWorkerSet } from './worker-set.ts';

export interface RunOptions {
  readonly signal?: Abortable;
  readonly onProgress?: (fraction: number) => void;
  /** Higher goes first; 0 if absent. What a person waits for goes before what a machine prepares. */
  readonly priority?: number;
  /** Runs of one affinity go to the same worker while it lives: what it kept from the run before need not be made again. */
  readonly affinity?: string;
}

export interface Pool<Jobs extends JobTable> {
  /** Rejects with the job's Problem, with `worker-lost`, or with the signal's reason as soon as it is aborted. */
  readonly run: <Name extends JobName<Jobs>>(name: Name, args: JobArgs<Jobs, Name>, options?: RunOptions) => Promise<JobResult<Jobs, Name>>;
  /** The newest wins: a run of the same key that has not ended is cancelled (`JobCancelled`). For drafts while dragging: one key a plot. */
  readonly runLatest: <Name extends JobName<Jobs>>(
    key: string,
    name: Name,
    args: JobArgs<Jobs, Name>,
    options?: RunOptions,
  ) => Promise<JobResult<Jobs, Name>>;
  readonly load: () => { readonly running: number; readonly waiting: number };
  /** Ends every worker; what runs or waits is cancelled. */
  readonly dispose: () => void;
}

export interface PoolOptions {
  /** Starts a worker that serves the same job table: the only part that differs between hosts. */
  readonly spawn: () => PoolPort;
  /** Most workers at once. */
  readonly size: number;
}

/** As many workers as cores, one at least and eight at most: beyond that memory, not computing, is the limit. */
export const poolSize = (cores: number): number => Math.max(1, Math.min(8, cores));

/** Throws `shared-memory-missing` where the host has none. */
export function createPool<Jobs extends JobTable>({ spawn, size }: PoolOptions): Pool<Jobs> {
  if (typeof SharedArrayBuffer === 'undefined') throw sharedMemoryMissing();
  const queue = createRunQueue();
  const workers = createWorkerSet(spawn, size, pump);
  const latest = new Map<string, Run>();
  let disposed = false;

  function pump(): void {
    while (!disposed) {
      const run = queue.take(workers.hasRoomFor);
      if (run === undefined) return;
      workers.start(run);
    }
  }

  /** The caller is answered at once; a worker in the midst of the run stops at its next look at the flag. */
  function cancel(run: Run, reason: unknown): void {
    raiseFlag(run.cancel);
    queue.remove(run);
    run.reject(reason);
  }

  function begin(key: string | undefined, job: string, args: unknown, options: RunOptions): Promise<unknown> {
    const { signal, onProgress, priority = 0, affinity } = options;
    if (disposed) return Promise.reject(new JobCancelled());
    if (signal?.aborted === true) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const { settle, isOpen } = once(() => {
        signal?.removeEventListener('abort', abort);
        if (key !== undefined && latest.get(key) === run) latest.delete(key);
      });
      const run: Run = queue.add({
        job,
        args,
        priority,
        affinity,
        onProgress: onProgress === undefined ? undefined : (fraction) => isOpen() && onProgress(fraction),
        resolve: (result) => settle(() => resolve(result)),
        reject: (error) => settle(() => reject(error)),
      });
      const abort = () => cancel(run, signal?.reason);
      signal?.addEventListener('abort', abort);
      if (key !== undefined) {
        const older = latest.get(key);
        latest.set(key, run);
        if (older !== undefined) cancel(older, new JobCancelled());
      }
      pump();
    });
  }

  // Host and worker share one table, so what a job gives is what the table says: the one boundary where a type is asserted.
  const runAs = <Name extends JobName<Jobs>>(key: string | undefined, name: Name, args: JobArgs<Jobs, Name>, options: RunOptions = {}) =>
    begin(key, name, args, options) as Promise<JobResult<Jobs, Name>>;
  return {
    run: (name, args, options) => runAs(undefined, name, args, options),
    runLatest: runAs,
    load: () => ({ running: workers.busy().length, waiting: queue.length() }),
    dispose() {
      disposed = true;
      const open = workers.busy();
      workers.close();
      for (const run of open) cancel(run, new JobCancelled());
      for (let run = queue.take(always); run !== undefined; run = queue.take(always)) cancel(run, new JobCancelled());
    },
  };
}

const always = (): boolean => true;

/** Lets the first ending of a run through and does `end` with it: cancelled, done, failed and lost may all come. */
function once(end: () => void) {
  let open = true;
  return {
    isOpen: () => open,
    settle(answer: () => void) {
      if (!open) return;
      open = false;
      end();
      answer();
    },
  };
}
