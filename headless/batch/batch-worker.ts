import { workerData } from 'node:worker_threads';
import { serveJobs } from '../../core/base/workers/serve-jobs.ts';
import { parentThread } from '../host/worker-port.ts';
import { type BatchSetting, batchJobs } from './batch-jobs.ts';

/* A thread of a batch. It was started by `startWorkers` with this setting. */

const { analyse, learn } = batchJobs(workerData as BatchSetting);
serveJobs({ analyse, learn }, parentThread());
