import { serveJobs } from '../../../../../core/base/workers/serve-jobs.ts';
import { parentThread } from '../../../../../headless/host/worker-port.ts';
import { jobs } from './support-jobs.ts';

serveJobs(jobs, parentThread());
