import { serveJobs } from '../../core/base/workers/serve-jobs.ts';
import { jobs } from './jobs.ts';
import { ownPort } from './own-port.ts';

/* A Web Worker of the engine: event-level work happens here, never in the window's own thread. */

serveJobs(jobs, ownPort());
