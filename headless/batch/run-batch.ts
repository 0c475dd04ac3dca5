import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type BatchCounts, countBatch, pauseBatch, pendingRuns, setBatchState } from '../archive/batches.ts';
import { CLAIM_MS, othersAt, releaseClaims, renewClaims } from '../archive/claims.ts';
import type { Database } from '../archive/database.ts';
import { recordFirstResults } from '../archive/decisions.ts';
import { protocolVersion } from '../archive/documents.ts';
import type { Archive } from '../archive/open-archive.ts';
import { overrideBook } from '../archive/overrides.ts';
import type { Batch } from '../archive/schema.ts';
import { startWorkers } from './batch-pool.ts';
import { unitsOf } from './batch-units.ts';
import { doUnit } from './batch-work.ts';
import { claimedUnits, isControl } from './claimed-units.ts';
import { pausedGroups } from './paused-groups.ts';
import { createRate } from './rate.ts';
import { createResultWriter } from './result-writer.ts';

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
  /** Stopping leaves the batch open to other programs. */
  readonly isShared?: boolean;
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
  const setting = { protocolText, protocolSha256: batch.protocol_sha256 };
  const book = await overrideBook(db, batch.protocol_sha256);
  const pauses = batch.respect_pauses === 1 ? await pausedGroups(db, batch) : undefined;
  const writer = createResultWriter(archive, batch.id, now);
  const workers = (options.workers ?? startWorkers)(setting, jobs);
  const note = noteInto({ ...(await countBatch(db, batch.id)) }, options.onProgress);
  const isStopped = (): boolean => signal?.aborted === true;
  const work = { db, protocol, book, workers, jobs, writer, pauses, isStopped, note, onBug: options.onBug };
  let fault: { readonly error: unknown } | undefined;
  await setBatchState(db, batch.id, 'open');

  const claimant = { batchId: batch.id, worker: randomUUID(), now: Date.now };
  const heartbeat = setInterval(() => void renewClaims(db, claimant).catch(() => undefined), CLAIM_MS / 4);
  heartbeat.unref();

  try {
    const busy = new Set<Promise<void>>();
    const room = async (most: number): Promise<void> => {
      while (busy.size > most) await Promise.race(busy);
      if (fault !== undefined) throw fault.error;
    };
    // several programs may do one batch: what others have claimed is theirs, until they die
    for (let sawOthers = true; sawOthers && !isStopped(); ) {
      let controls = true;
      const claimed = claimedUnits(db, claimant, unitsOf(db, batch, book), jobs * 2);
      for await (const unit of claimed.units) {
        if (isStopped()) break;
        // the charts of control material are complete before anything is judged by them
        if (controls && pauses !== undefined && !isControl(unit)) {
          await room(0);
          await writer.flush();
          await controlsDone(db, batch.id, isStopped);
          await pauses.reload();
          controls = false;
        }
        // runs that are measured together fill the workers by themselves
        await room(unit.length === 1 ? jobs * 2 - 1 : 1);
        const doing: Promise<void> = doUnit(work, unit)
          .catch((error: unknown) => {
            fault ??= { error };
          })
          .finally(() => busy.delete(doing));
        busy.add(doing);
      }
      await room(0);
      await writer.flush();
      sawOthers = claimed.sawOthers();
      if (sawOthers) await setTimeout(WAIT_MS);
    }
    const left = await pendingRuns(db, batch.id, -1, 1);
    if (left.length > 0) {
      if (options.isShared !== true && !(await othersAt(db, claimant))) await pauseBatch(db, batch.id);
    } else {
      await recordFirstResults(archive, batch, now());
      await setBatchState(db, batch.id, 'finished', now());
    }
    return await countBatch(db, batch.id);
  } finally {
    clearInterval(heartbeat);
    await releaseClaims(db, claimant).catch(() => undefined);
    workers.dispose();
  }
}

/** How long to wait before looking again at what other programs have claimed. */
const WAIT_MS = 300;

/** Another program may be at the last control material. */
async function controlsDone(db: Database, batchId: string, isStopped: () => boolean): Promise<void> {
  while (!isStopped() && (await pendingRuns(db, batchId, -1, 1, 'reference')).length > 0) await setTimeout(WAIT_MS);
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
