import type { ArchiveProgress } from '../core/contract/archive-calls.ts';
import type { ArchiveReview, ArchiveThumbnails, ReviewChoice } from '../core/contract/archive-review.ts';
import { findBatch } from '../headless/archive/batches.ts';
import { type JudgedRuns, judgeRuns } from '../headless/archive/judge-runs.ts';
import { reviewOf } from '../headless/archive/review.ts';
import { thumbnailsOfGate } from '../headless/archive/thumbnails.ts';
import { makeThumbnails } from '../headless/batch/make-thumbnails.ts';
import { beginMoved, type MovedGates } from '../headless/batch/move-gates.ts';
import { whoWorks } from '../headless/host/who-works.ts';
import { nowText, openPlace, stoppable, workerCount } from './open-archives.ts';

/** One gate of many runs: looked at, judged. */
export const archiveReviewJobs = (tell: (progress: ArchiveProgress) => void) => ({
  async archiveReview(place: string, choice: ReviewChoice, population: string | null): Promise<ArchiveReview> {
    const { db } = await openPlace(place);
    const chosen = 'batch' in choice ? { batch: await findBatch(db, choice.batch) } : choice;
    return reviewOf(db, chosen, population ?? undefined);
  },
  async archiveThumbnails(place: string, wanted: readonly (readonly [string, string])[]): Promise<ArchiveThumbnails> {
    const gates = new Map(wanted);
    const found = await thumbnailsOfGate((await openPlace(place)).db, [...gates.keys()], (result) => gates.get(result) ?? '');
    return { found: [...found], missing: [...gates.keys()].filter((result) => !found.has(result)) };
  },
  async makeThumbnails(place: string, results: readonly string[]) {
    const archive = await openPlace(place);
    return stoppable((signal) =>
      makeThumbnails(archive, results, {
        jobs: workerCount(),
        signal,
        onProgress: (done, total) => tell({ work: 'thumbnails', done, total, failed: 0, perSecond: 0 }),
      }),
    );
  },
  async moveArchiveGates(place: string, moved: Omit<MovedGates, 'by' | 'at'>) {
    const { id } = await beginMoved(await openPlace(place), { ...moved, by: whoWorks(), at: nowText() });
    return { id };
  },
  async judgeArchive(place: string, judged: Omit<JudgedRuns, 'by' | 'at'>): Promise<void> {
    await judgeRuns(await openPlace(place), { ...judged, by: whoWorks(), at: nowText() });
  },
});
