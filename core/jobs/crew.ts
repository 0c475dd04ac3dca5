import { workerLost } from './problems.ts';
import type { Run } from './run-queue.ts';
import type { PoolPort } from './wire.ts';
import { unpackError } from './wire-error.ts';

/** The workers of a pool: who is busy with what. Workers start when they are first needed; a dead one is replaced when next needed. */
export interface Crew {
  readonly hasRoom: () => boolean;
  /** Gives a run to a worker that is free. Call only with room. */
  readonly start: (run: Run) => void;
  readonly busy: () => readonly Run[];
  readonly close: () => void;
}

interface Worker {
  readonly port: PoolPort;
  run: Run | undefined;
}

export function createCrew(spawn: () => PoolPort, size: number, onFree: () => void): Crew {
  const workers = new Set<Worker>();
  const idle = (): Worker | undefined => [...workers].find(({ run }) => run === undefined);

  function hire(): Worker {
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
      worker.run?.reject(workerLost(worker.run.job, error));
      onFree();
    });
    return worker;
  }

  return {
    hasRoom: () => workers.size < size || idle() !== undefined,
    start(run) {
      let worker: Worker | undefined;
      try {
        worker = idle() ?? hire();
        worker.run = run;
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
      for (const { port } of closing) port.close();
    },
  };
}
