import type { CancelSignal } from '../cancel-signal.ts';

/** What a job is handed besides its arguments. */
export interface JobContext {
  /** From 0 to 1. Costs a message: once every 65,536 events is often enough. */
  readonly progress: (fraction: number) => void;
  /** Costs one atomic read. Throws `JobCancelled`. */
  readonly throwIfCancelled: () => void;
  /** The same, for functions that take an AbortSignal to ask. */
  readonly signal: CancelSignal;
}

/**
 * A job table: plain functions by name. Arguments and results are plain data, or views of shared memory, which both sides see.
 * Host and worker import the same table, so `pool.run` knows what each job takes and gives.
 */
export type JobTable = { readonly [name: string]: (args: never, context: JobContext) => unknown };

export type JobName<Jobs extends JobTable> = keyof Jobs & string;
export type JobArgs<Jobs extends JobTable, Name extends JobName<Jobs>> = Parameters<Jobs[Name]>[0];
export type JobResult<Jobs extends JobTable, Name extends JobName<Jobs>> = Awaited<ReturnType<Jobs[Name]>>;
