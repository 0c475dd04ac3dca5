import { ENGINE } from '../core/base/engine.ts';
import type { ArchiveFailure, ArchiveProgress, BatchWish } from '../core/contract/archive-calls.ts';
import type { BatchComparison } from '../core/study/comparison/batch-comparison.ts';
import { beginBatch, failuresOf, findBatch, resumeBatch, setBatchState } from '../headless/archive/batches.ts';
import { acceptBatch, rejectBatch, rollBack } from '../headless/archive/decisions.ts';
import { keepProtocol, protocolVersion } from '../headless/archive/documents.ts';
import { placeGates } from '../headless/archive/overrides.ts';
import { compareBatch } from '../headless/batch/compare-batch.ts';
import { runBatch } from '../headless/batch/run-batch.ts';
import { whoWorks } from '../headless/host/who-works.ts';
import { nowText, openPlace, stoppable, stopWork, workerCount } from './open-archives.ts';

/** Batches: begun, gone on with, compared with what stands, decided. */
export const archiveBatchJobs = (tell: (progress: ArchiveProgress) => void) => ({
  async beginBatch(place: string, query: string, { protocol, gates, respectPauses, sameRun }: BatchWish) {
    const archive = await openPlace(place);
    const isDigest = /^[0-9a-f]{64}$/.test(protocol);
    const { sha256 } = isDigest
      ? await protocolVersion(archive.db, protocol)
      : await keepProtocol(archive.db, protocol, whoWorks(), nowText());
    await placeGates(archive.db, gates, sha256);
    const { id } = await beginBatch(archive, {
      protocolSha256: sha256,
      engine: ENGINE,
      query,
      respectPauses,
      ...(sameRun === undefined ? {} : { sameRun }),
      by: whoWorks(),
      at: nowText(),
    });
    return { id };
  },
  async continueBatch(place: string, id: string) {
    const archive = await openPlace(place);
    const batch = await resumeBatch(archive.db, id);
    return stoppable((signal) =>
      runBatch(archive, batch, {
        jobs: workerCount(),
        now: nowText,
        signal,
        onProgress: ({ done, total, failed, runsPerSecond: perSecond, secondsLeft }) =>
          tell({ work: 'batch', batch: id, done, total, failed, perSecond, ...(secondsLeft === undefined ? {} : { secondsLeft }) }),
      }),
    );
  },
  async cancelBatch(place: string, id: string): Promise<void> {
    stopWork();
    await setBatchState((await openPlace(place)).db, id, 'cancelled', nowText());
  },
  async batchFailures(place: string, id: string): Promise<readonly ArchiveFailure[]> {
    return (await failuresOf((await openPlace(place)).db, id)).map(({ run, code, message }) => ({ name: run.name, code, message }));
  },
  async compareBatch(place: string, id: string): Promise<BatchComparison> {
    const archive = await openPlace(place);
    return compareBatch(archive, await findBatch(archive.db, id));
  },
  async decideBatch(place: string, id: string, kind: 'accept' | 'reject', reason: string): Promise<void> {
    const archive = await openPlace(place);
    const { summary } = await compareBatch(archive, await findBatch(archive.db, id));
    const seen = { ...summary, agreement: summary.agreement.map(({ path, agreement: { points: _, ...rest } }) => ({ path, ...rest })) };
    await (kind === 'accept' ? acceptBatch : rejectBatch)(archive, id, { reason, by: whoWorks(), at: nowText(), summary: seen });
  },
  async rollBackDecision(place: string, id: string, reason: string): Promise<void> {
    await rollBack(await openPlace(place), id, { reason, by: whoWorks(), at: nowText() });
  },
});
