import { createCancelFlag } from './cancelled.ts';

/** One call of one job, from the moment it is asked for. */
export interface Run {
  readonly id: number;
  readonly job: string;
  readonly args: unknown;
  readonly priority: number;
  /** Runs of one affinity go to the same worker, which may have kept something from the run before. */
  readonly affinity: string | undefined;
  readonly cancel: SharedArrayBuffer;
  readonly onProgress: ((fraction: number) => void) | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export interface RunQueue {
  readonly add: (run: Omit<Run, 'id' | 'cancel'>) => Run;
  /** The first of the highest priority among those that can be started now. */
  readonly take: (canStart: (run: Run) => boolean) => Run | undefined;
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
    take(canStart) {
      const index = waiting.findIndex(canStart);
      return index < 0 ? undefined : waiting.splice(index, 1)[0];
    },
    remove(run) {
      const index = waiting.indexOf(run);
      if (index >= 0) waiting.splice(index, 1);
      return index >= 0;
    },
    length: () => waiting.length,
  };
}
