import { existsSync } from 'node:fs';
import type { BesideJobs } from '../../core/beside/beside-jobs.ts';
import type { JobTable } from '../../core/jobs/job-table.ts';
import { createPool, type Pool } from '../../core/jobs/pool.ts';
import { spawnThread } from '../jobs/worker-port.ts';
import type { digestJobs } from './digest-jobs.ts';

export type BesidePool = Pool<BesideJobs & typeof digestJobs & JobTable>;

/** Bytes of a file from which on a second thread saves more than its start costs. */
export const BESIDE_FROM = 20e6;

/** One more thread; undefined where it is not built. */
export function startBeside(): BesidePool | undefined {
  const script = ['./beside-worker.js', '../../dist/headless/beside/beside-worker.js']
    .map((place) => new URL(place, import.meta.url))
    .find((url) => existsSync(url));
  return (
    script &&
    createPool<BesideJobs & typeof digestJobs & JobTable>({
      size: 1,
      spawn: () => spawnThread(script, undefined, { maxYoungGenerationSizeMb: 4 }),
    })
  );
}
