import type { ChainHead } from '../core/base/chain/chain.ts';
import type { ArchiveProgress } from '../core/contract/archive-calls.ts';
import { anchorSession, anchorsOf } from '../headless/archive/session-anchors.ts';
import type { FileVerdict } from '../headless/archive/watch-verdicts.ts';
import { archiveBatchJobs } from './archive-batch-jobs.ts';
import { archiveFileJobs } from './archive-file-jobs.ts';
import { archiveLedgerJobs } from './archive-ledger-jobs.ts';
import { archiveReviewJobs } from './archive-review-jobs.ts';
import { archiveRunJobs } from './archive-run-jobs.ts';
import { archiveWatchJobs } from './archive-watch-jobs.ts';
import { openPlace, stopWork, tryPlace } from './open-archives.ts';

/** What the utility process does with archives. `tell` says how far long work is, `announce` what became of a file of a watched folder. */
export const archiveJobs = (tell: (progress: ArchiveProgress) => void, announce: (verdict: FileVerdict) => void) => ({
  ...archiveRunJobs(tell),
  ...archiveLedgerJobs,
  ...archiveBatchJobs(tell),
  ...archiveFileJobs(tell),
  ...archiveReviewJobs(tell),
  ...archiveWatchJobs(announce),
  stopArchive: async (): Promise<void> => stopWork(),
  /** Whether an archive can be opened, and written. */
  tryArchive: tryPlace,
  /** Keeps where the audit of a session stood that was saved in a file. */
  async anchorSession(place: string, file: string, head: ChainHead): Promise<void> {
    const { db, readOnly } = await openPlace(place);
    if (!readOnly) await anchorSession(db, file, head);
  },
  async sessionAnchors(place: string, file: string): Promise<readonly ChainHead[]> {
    return anchorsOf((await openPlace(place)).db, file);
  },
});
export type ArchiveJobs = ReturnType<typeof archiveJobs>;
