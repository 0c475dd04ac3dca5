import { serveJobs } from '../../core/base/workers/serve-jobs.ts';
import { helperJobs } from '../../core/statistics/helper-thread/helper-jobs.ts';
import { createPool } from '../host/host.ts';
import { parentThread } from '../host/worker-port.ts';
import { hashJobs } from './hash-jobs.ts';

/* The thread that takes a share of the work on one sample. */

const pool = createPool();
serveJobs({ ...helperJobs(() => pool), ...hashJobs }, parentThread());
