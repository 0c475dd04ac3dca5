import type { CancelSignal } from '../cancel-signal.ts';

/** A run that was given up: by its caller, by a newer run of the same key, or with the whole pool. Nothing went wrong. */
export class JobCancelled extends Error {
  /** As of an aborted fetch, so that whoever ignores those ignores this. */
  override readonly name = 'AbortError';

  constructor() {
    super('The job was cancelled.');
  }
}

/** As much of an AbortSignal as a caller hands in; a browser's and Node's both fit. */
export interface Abortable {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** One flag in shared memory, which a busy worker sees in the midst of a loop, where no message would reach it. */
export const createCancelFlag = (): SharedArrayBuffer => new SharedArrayBuffer(4);

export function raiseFlag(flag: SharedArrayBuffer): void {
  Atomics.store(new Int32Array(flag), 0, 1);
}

export function signalOfFlag(flag: SharedArrayBuffer): CancelSignal {
  const word = new Int32Array(flag);
  const isRaised = () => Atomics.load(word, 0) !== 0;
  return {
    get aborted() {
      return isRaised();
    },
    get reason() {
      return isRaised() ? new JobCancelled() : undefined;
    },
    throwIfAborted() {
      if (isRaised()) throw new JobCancelled();
    },
  };
}
