import { createCancelFlag } from './cancelled.ts';

/** One call of one job, from the moment it is asked for. */
export interface Run {
  readonly id: number;
  readonly job: string;
  readonly args: unknown;
  readonly priority: number;
  readonly cancel: SharedArrayBuffer;
  readonly onProgress: ((fraction: number) => void) | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export interface RunQueue {
  readonly add: (run: Omit<Run, 'id' | 'cancel'>) => Run;
  /** The first of the highest priority. */
  readonly take: () => Run | undefined;
  readonly remove: (run: Run) => boolean;
  readonly length: () => number;
}

/** Runs that wait for a worker: higher priority first, then in the order in which they came. */
export function createRunQueue(): RunQueue {
  const waiting: Run[] = [];
  let ids = 0;
  return {
    add(wanted) {
      const run: Run = { ...wanted, id: ++ids, cancel: createCancelFlag() };
      const before = waiting.findIndex(({ priority }) => priority < run.priority);
      waiting.splice(before < 0 ? waiting.length : before, 0, run);
      return run;
    },
    take: () => waiting.shift(),
    remove(run) {
      const index = waiting.indexOf(run);
      if (index >= 0) waiting.splice(index, 1);
      return index >= 0;
    },
    length: () => waiting.length,
  };
}
