import type { PoolPort } from '../../core/base/workers/wire.ts';

/** The pool's end of a line to a new Web Worker that serves the window's jobs. An error that nobody caught ends the worker. */
export function spawnWorker(): PoolPort {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return {
    send: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
    onClose(listener) {
      const end = (error: unknown) => {
        worker.terminate();
        listener(error);
      };
      worker.addEventListener('error', (event) => end(new Error(event.message)));
      worker.addEventListener('messageerror', () => end(new Error('a message could not be read')));
    },
    close: () => worker.terminate(),
  };
}
