import type { ArchiveJobs } from './archive-jobs.ts';

/** Jobs that take long: they run in a process of their own, and what stops them with them. */
export const longJobs: ReadonlySet<keyof ArchiveJobs> = new Set([
  'importFolder',
  'continueBatch',
  'cancelBatch',
  'stopArchive',
  'writeBatchReport',
  'writeArchiveTable',
  'writeRunReports',
  'makeThumbnails',
  'watchState',
  'setWatching',
] as const);
