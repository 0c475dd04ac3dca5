import { type MessagePort, parentPort, type ResourceLimits, Worker } from 'node:worker_threads';
import type { Port } from '../../core/base/workers/port.ts';
import type { PoolPort, WorkerPort } from '../../core/base/workers/wire.ts';

/** The pool's end of a line to a new thread. `script` is a built module that calls `serveJobs` with `parentThread()`. */
export function spawnThread(script: URL, workerData?: unknown, resourceLimits: ResourceLimits = {}): PoolPort {
  const worker = new Worker(script, { workerData, resourceLimits });
  return {
    send: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on('message', listener),
    onClose(listener) {
      worker.once('error', listener);
      worker.once('exit', (code) => listener(new Error(`exit code ${code}`)));
    },
    close: () => void worker.terminate(),
  };
}

/** The thread's end. Throws in the main thread, which has no parent. */
export function parentThread(): WorkerPort {
  if (parentPort === null) throw new Error('not inside a worker thread');
  return messagePort(parentPort);
}

/** Either end of a channel, for a worker in the same thread: jobs can then be stepped through. */
export function messagePort<Sent, Received>(port: MessagePort): Port<Sent, Received> {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', listener),
    onClose: (listener) => void port.once('close', () => listener()),
    close: () => port.close(),
  };
}
