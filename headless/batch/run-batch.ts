import type { Problem } from '../../core/base/problem.ts';
import { checkProtocol } from '../archive/batch-terms.ts';
import { type BatchCounts, countBatch, pauseBatch, pendingRuns, setBatchState } from '../archive/batches.ts';
import { recordFirstResults } from '../archive/decisions.ts';
import { protocolVersion } from '../archive/documents.ts';
import type { Archive } from '../archive/open-archive.ts';
import { overrideBook } from '../archive/overrides.ts';
import type { Batch } from '../archive/schema.ts';
import { createAwayFiles } from './away-files.ts';
import { startWorkers } from './batch-pool.ts';
import { doUnit, setAside } from './batch-work.ts';
import { claimQueue } from './claim-queue.ts';
import { measurePlatesOf } from './measure-plates.ts';
import { pausedGroups } from './paused-groups.ts';
import { createRate } from './rate.ts';
import { createResultWriter } from './result-writer.ts';
import type { PlacesOf } from './share-roots.ts';

export interface BatchProgress extends BatchCounts {
  readonly runsPerSecond: number;
  /** Until the end at this rate; undefined before there is a rate. */
  readonly secondsLeft: number | undefined;
}

export interface RunBatchOptions {
  /** Workers. */
  readonly jobs: number;
  readonly now: () => string;
  /** Stops after the runs that are being done; they are stored, and the batch can be taken up again. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BatchProgress) => void;
  readonly onBug?: (error: unknown) => void;
  /** Stopping leaves the batch open to other programs, and so do files that are away: their runs are given back. */
  readonly isShared?: boolean;
  /** Said of the first file that is away, once until files are reached again. */
  readonly onAway?: (problem: Problem) => void;
  readonly placesOf?: PlacesOf;
  readonly workers?: typeof startWorkers;
}

/**
 * Does what is left of a batch. Every run ends with a result or with the reason why it has none; one that fails stops no other.
 * Gives the counts. Throws where the archive itself fails: what was stored until then is whole, and the batch can be taken up again.
 */
export async function runBatch(archive: Archive, batch: Batch, options: RunBatchOptions): Promise<BatchCounts> {
  const { db } = archive;
  const { jobs, now, signal } = options;
  const { text: protocolText, protocol } = await protocolVersion(db, batch.protocol_sha256);
  checkProtocol(protocolText, batch.protocol_sha256);
  const setting = { protocolText, protocolSha256: batch.protocol_sha256 };
  const book = await overrideBook(db, batch.protocol_sha256);
  const pauses = batch.respect_pauses === 1 ? await pausedGroups(db, batch) : undefined;
  const writer = createResultWriter(archive, batch.id, now);
  const workers = (options.workers ?? startWorkers)(setting, jobs);
  const note = noteInto({ ...(await countBatch(db, batch.id)) }, options.onProgress);
  const isStopped = (): boolean => signal?.aborted === true;
  const away = options.isShared === true ? createAwayFiles((problem) => options.onAway?.(problem)) : undefined;
  const { onBug, placesOf } = options;
  const work = { db, protocol, book, workers, jobs, writer, pauses, isStopped, note, onBug, placesOf, away };
  try {
    const queue =
      archive.connections === undefined ? claimQueue : (await import('./job-queue.ts')).jobQueue(archive.name, archive.connections);
    await setBatchState(db, batch.id, 'open');
    const othersAreAtIt = await queue({
      ...{ db, batch, book, jobs, isStopped },
      work: (unit) => doUnit(work, unit),
      flush: writer.flush,
      setAside: (unit) => setAside(work, unit),
      onControlsDone: pauses?.reload,
    });
    const left = await pendingRuns(db, batch.id, -1, 1);
    if (left.length > 0 || !(await measurePlatesOf(db, batch, { now, isStopped }))) {
      if (options.isShared !== true && !othersAreAtIt) await pauseBatch(db, batch.id);
    } else {
      await recordFirstResults(archive, batch, now());
      await setBatchState(db, batch.id, 'finished', now());
    }
    return await countBatch(db, batch.id);
  } finally {
    workers.dispose();
  }
}

/** Counts runs as they are done, and tells how far the batch is. */
function noteInto(counts: { total: number; done: number; failed: number }, onProgress: RunBatchOptions['onProgress']) {
  const rate = createRate();
  return (failed: boolean): void => {
    counts.done += 1;
    if (failed) counts.failed += 1;
    const runsPerSecond = rate.note();
    const secondsLeft = runsPerSecond > 0 ? (counts.total - counts.done) / runsPerSecond : undefined;
    onProgress?.({ ...counts, runsPerSecond, secondsLeft });
  };
}
