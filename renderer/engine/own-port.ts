import type { WorkerPort } from '../../core/base/workers/wire.ts';

/** The worker's end. */
export const ownPort = (): WorkerPort => ({
  send: (message) => postMessage(message),
  onMessage: (listener) => addEventListener('message', ({ data }) => listener(data)),
  onClose: () => undefined,
  close: () => close(),
});
