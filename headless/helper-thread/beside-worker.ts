import { serveJobs } from '../../core/base/workers/serve-jobs.ts';
import { besideJobs } from '../../core/statistics/helper-thread/beside-jobs.ts';
import { createPool } from '../host/host.ts';
import { parentThread } from '../host/worker-port.ts';
import { digestJobs } from './digest-jobs.ts';

/* The thread that takes a share of the work on one sample. */

const pool = createPool();
serveJobs({ ...besideJobs(() => pool), ...digestJobs }, parentThread());
