import { signalOfFlag } from './cancelled.ts';
import type { JobContext, JobTable } from './job-table.ts';
import type { ToWorker, WorkerPort } from './wire.ts';
import { packError } from './wire-error.ts';

/** The worker's side: answers every run that arrives with its result or its error, one run at a time. */
export function serveJobs(jobs: JobTable, port: WorkerPort): void {
  let last: Promise<void> = Promise.resolve();
  port.onMessage((message) => {
    last = last.then(() => serve(jobs, port, message));
  });
}

async function serve(jobs: JobTable, port: WorkerPort, { run, job, args, cancel }: ToWorker): Promise<void> {
  const signal = signalOfFlag(cancel);
  let furthest = 0;
  const context: JobContext = {
    signal,
    throwIfCancelled: () => signal.throwIfAborted(),
    progress(fraction) {
      if (!(fraction > furthest) || signal.aborted) return;
      furthest = Math.min(1, fraction);
      port.send({ kind: 'progress', run, fraction: furthest });
    },
  };
  try {
    signal.throwIfAborted();
    const found = Object.hasOwn(jobs, job) ? jobs[job] : undefined;
    if (found === undefined) throw new Error(`the worker's table has no job "${job}"`);
    // The pool was typed by the same table: what arrives is what the job takes.
    port.send({ kind: 'done', run, result: await found(args as never, context) });
  } catch (error) {
    port.send({ kind: 'failed', run, error: packError(error) });
  }
}
