import { workerLost } from './problems.ts';
import type { Run } from './run-queue.ts';
import type { PoolPort } from './wire.ts';
import { unpackError } from './wire-error.ts';

/** The workers of a pool: who is busy with what. Workers start when they are first needed; a dead one is replaced when next needed. */
export interface WorkerSet {
  /** Whether a run can be started now: its affinity's worker is free, or any worker is where it has no affinity yet. */
  readonly hasRoomFor: (run: Run) => boolean;
  /** Gives a run to a worker that is free. Call only with room. */
  readonly start: (run: Run) => void;
  readonly busy: () => readonly Run[];
  readonly close: () => void;
}

const MAX_AFFINITIES = 1000;

interface Worker {
  readonly port: PoolPort;
  run: Run | undefined;
}

export function createWorkerSet(spawn: () => PoolPort, size: number, onFree: () => void): WorkerSet {
  const workers = new Set<Worker>();
  const affinities = new Map<string, Worker>();

  /** A free worker: the run's own one if it has an affinity, else the one at which the fewest have their affinity, or a new one. */
  function workerFor({ affinity }: Run): Worker | undefined {
    const own = affinity === undefined ? undefined : affinities.get(affinity);
    if (own !== undefined) return own.run === undefined ? own : undefined;
    const idle = [...workers].filter(({ run }) => run === undefined).sort((a, b) => loadOf(a) - loadOf(b))[0];
    const isCrowded = idle === undefined || (affinity !== undefined && loadOf(idle) > 0);
    return isCrowded && workers.size < size ? spawnOne() : idle;
  }
  const loadOf = (worker: Worker): number => [...affinities.values()].filter((other) => other === worker).length;
  function settle({ affinity }: Run, worker: Worker): void {
    if (affinity === undefined) return;
    affinities.delete(affinity);
    affinities.set(affinity, worker);
    // the longest unused ones may move
    if (affinities.size > MAX_AFFINITIES) affinities.delete(affinities.keys().next().value ?? '');
  }

  function spawnOne(): Worker {
    const worker: Worker = { port: spawn(), run: undefined };
    workers.add(worker);
    worker.port.onMessage((message) => {
      const { run } = worker;
      if (run === undefined || run.id !== message.run) return;
      if (message.kind === 'progress') return run.onProgress?.(message.fraction);
      worker.run = undefined;
      if (message.kind === 'done') run.resolve(message.result);
      else run.reject(unpackError(message.error));
      onFree();
    });
    worker.port.onClose((error) => {
      if (!workers.delete(worker)) return;
      for (const [affinity, kept] of affinities) if (kept === worker) affinities.delete(affinity);
      worker.run?.reject(workerLost(worker.run.job, error));
      onFree();
    });
    return worker;
  }

  return {
    hasRoomFor(run) {
      const own = run.affinity === undefined ? undefined : affinities.get(run.affinity);
      if (own !== undefined) return own.run === undefined;
      return workers.size < size || [...workers].some(({ run }) => run === undefined);
    },
    start(run) {
      let worker: Worker | undefined;
      try {
        worker = workerFor(run) ?? spawnOne();
        worker.run = run;
        settle(run, worker);
        worker.port.send({ kind: 'run', run: run.id, job: run.job, args: run.args, cancel: run.cancel });
      } catch (error) {
        // No worker could be started, or the arguments cannot be sent: the worker stays free.
        if (worker !== undefined) worker.run = undefined;
        run.reject(error);
      }
    },
    busy: () => [...workers].flatMap(({ run }) => run ?? []),
    close() {
      const closing = [...workers];
      workers.clear();
      affinities.clear();
      for (const { port } of closing) port.close();
    },
  };
}
