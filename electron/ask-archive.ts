import type { ArchiveJobs } from './archive-jobs.ts';

/** Runs a job of the archive in the utility process. */
export type AskArchive = <J extends keyof ArchiveJobs>(job: J, ...args: Parameters<ArchiveJobs[J]>) => ReturnType<ArchiveJobs[J]>;
