import type { JobTable } from '../../core/base/workers/job-table.ts';
import { createPool, type Pool } from '../../core/base/workers/pool.ts';
import type { PoolPort } from '../../core/base/workers/wire.ts';
import { firstPlace } from '../host/first-place.ts';
import { spawnThread } from '../host/worker-port.ts';
import type { BatchJobs, BatchSetting } from './batch-jobs.ts';

export type BatchPool = Pool<BatchJobs & JobTable>;

/** Threads for one batch. `spawn` is another way to start one, for tests. */
export const startWorkers = (
  setting: BatchSetting,
  size: number,
  spawn: (setting: BatchSetting) => PoolPort = (given) => spawnThread(workerScript(), given),
): BatchPool => createPool<BatchJobs & JobTable>({ size, spawn: () => spawn(setting) });

/** The built worker: beside this module in dist, beside the app's bundle, or in dist seen from the sources. */
function workerScript(): URL {
  const found = firstPlace(import.meta.url, './batch-worker.js', '../../dist/headless/batch/batch-worker.js');
  if (found === undefined) throw new Error('the batch worker is not built');
  return found;
}
