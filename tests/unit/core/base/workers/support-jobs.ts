import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../../../../../core/base/problem.ts';
import type { JobContext } from '../../../../../core/base/workers/job-table.ts';

/** Jobs for tests: a table as the engine's will be, of plain functions. */
export const jobs = {
  add: ({ a, b }: { readonly a: number; readonly b: number }) => a + b,

  /** Counts into shared memory, looking up now and then; busy, as a kernel is. */
  count({ words, upTo }: { readonly words: Int32Array; readonly upTo: number }, { progress, throwIfCancelled }: JobContext): number {
    for (let n = 0; n < upTo; n++) {
      words[0] = n;
      if (n % 65_536 === 0) {
        throwIfCancelled();
        progress(n / upTo);
      }
    }
    progress(1);
    return upTo;
  },

  /** Waits in small steps, so that a worker in the same thread can be cancelled too. */
  async wait({ steps }: { readonly steps: number }, { progress, throwIfCancelled }: JobContext): Promise<string> {
    for (let step = 1; step <= steps; step++) {
      await sleep(1);
      throwIfCancelled();
      progress(step / steps);
    }
    return `waited ${steps}`;
  },

  refuse(path: string): never {
    throw new Problem('gate-unknown', { en: 'No gate {gate}.', ja: 'ゲート{gate}がありません。' }, { gate: 'G' }, { path });
  },

  fail(message: string): never {
    throw new RangeError(message);
  },

  unsendable: () => () => 1,

  exit: (code: number): never => process.exit(code),

  seesSignal: (_: undefined, { signal }: JobContext) => ({ aborted: signal.aborted, reason: signal.reason === undefined }),
};
