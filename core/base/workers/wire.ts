import type { Port } from './port.ts';
import type { WireError } from './wire-error.ts';

/** What the pool says to a worker: one run at a time. `cancel` is 4 shared bytes; anything but 0 in them means stop. */
export interface ToWorker {
  readonly kind: 'run';
  readonly run: number;
  readonly job: string;
  readonly args: unknown;
  readonly cancel: SharedArrayBuffer;
}

/** What a worker says to the pool. */
type FromWorker =
  | { readonly kind: 'progress'; readonly run: number; readonly fraction: number }
  | { readonly kind: 'done'; readonly run: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly run: number; readonly error: WireError };

export type PoolPort = Port<ToWorker, FromWorker>;
export type WorkerPort = Port<FromWorker, ToWorker>;
