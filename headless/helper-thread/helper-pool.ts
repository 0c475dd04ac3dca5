import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { JobTable } from '../../core/base/workers/job-table.ts';
import { createPool, type Pool } from '../../core/base/workers/pool.ts';
import type { HelperJobs } from '../../core/statistics/helper-thread/helper-jobs.ts';
import { firstPlace } from '../host/first-place.ts';
import { spawnThread } from '../host/worker-port.ts';
import type { hashJobs } from './hash-jobs.ts';

export type HelperPool = Pool<HelperJobs & typeof hashJobs & JobTable>;

/** Bytes of a file from which on a second thread saves more than its start costs. */
export const HELPER_FROM_BYTES = 20e6;

/** One more thread where a file is worth it, started at once; undefined where none is, or the thread is not built. */
export async function helperFor(files: readonly string[]): Promise<HelperPool | undefined> {
  if (availableParallelism() < 2) return undefined;
  // a file that is not there is said where it is opened
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.some((size) => size >= HELPER_FROM_BYTES) ? startHelper() : undefined;
}

/** One more thread; undefined where it is not built. */
export function startHelper(): HelperPool | undefined {
  const script = firstPlace(import.meta.url, './helper-worker.js', '../../dist/headless/helper-thread/helper-worker.js');
  if (script === undefined) return undefined;
  const pool = createPool<HelperJobs & typeof hashJobs & JobTable>({
    size: 1,
    spawn: () => spawnThread(script, undefined, { maxYoungGenerationSizeMb: 4 }),
  });
  // it starts while this thread does other things
  pool.run('ready', null).catch(() => undefined);
  return pool;
}

/** Once around the event loop: messages of threads come in between one check and the next. */
export async function oneTurn(): Promise<void> {
  await setImmediate();
  await setImmediate();
}
