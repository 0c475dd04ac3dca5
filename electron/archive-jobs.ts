import type { ArchiveProgress } from '../core/contract/archive-calls.ts';
import { archiveBatchJobs } from './archive-batch-jobs.ts';
import { archiveFileJobs } from './archive-file-jobs.ts';
import { archiveRunJobs } from './archive-run-jobs.ts';
import { stopWork, tryPlace } from './open-archives.ts';

/** What the utility process does with archives. `tell` says how far long work is. */
export const archiveJobs = (tell: (progress: ArchiveProgress) => void) => ({
  ...archiveRunJobs(tell),
  ...archiveBatchJobs(tell),
  ...archiveFileJobs(tell),
  stopArchive: async (): Promise<void> => stopWork(),
  /** Whether an archive can be opened, and written. */
  tryArchive: tryPlace,
});
export type ArchiveJobs = ReturnType<typeof archiveJobs>;
