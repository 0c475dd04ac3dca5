import { setTimeout } from 'node:timers/promises';
import type { Problem } from '../../core/base/problem.ts';
import { type BatchCounts, countBatch, findBatch, pauseBatch, pendingRuns, setBatchState } from '../archive/batches.ts';
import { CLAIM_MS, type Claimant, othersAt, releaseClaims, renewClaims } from '../archive/claims.ts';
import type { Database } from '../archive/database.ts';
import { recordFirstResults } from '../archive/decisions.ts';
import { protocolVersion } from '../archive/documents.ts';
import type { Archive } from '../archive/open-archive.ts';
import { overrideBook } from '../archive/overrides.ts';
import type { Batch } from '../archive/schema.ts';
import { workerName } from '../host/worker-name.ts';
import { createAwayFiles, FileAway } from './away-files.ts';
import { startWorkers } from './batch-pool.ts';
import { unitsOf } from './batch-units.ts';
import { doUnit } from './batch-work.ts';
import { claimedUnits, isControl } from './claimed-units.ts';
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
  let fault: { readonly error: unknown } | undefined;
  await setBatchState(db, batch.id, 'open');

  const claimant = { batchId: batch.id, worker: workerName(), now: Date.now };
  const heartbeat = setInterval(() => void renewClaims(db, claimant).catch(() => undefined), CLAIM_MS / 4);
  heartbeat.unref();

  try {
    const busy = new Set<Promise<void>>();
    const room = async (most: number): Promise<void> => {
      while (busy.size > most) await Promise.race(busy);
      if (fault !== undefined) throw fault.error;
    };
    // several programs may do one batch: what others have claimed is theirs, until they die
    for (let isOver = false; !isOver && !isStopped(); ) {
      let controls = true;
      let gaveBack = 0;
      const claimed = claimedUnits(db, claimant, unitsOf(db, batch, book), jobs * 2);
      for await (const unit of claimed.units) {
        if (isStopped()) break;
        // the charts of control material are complete before anything is judged by them
        if (controls && pauses !== undefined && !isControl(unit)) {
          await room(0);
          await writer.flush();
          if (!(await controlsDone(db, claimant, isStopped))) {
            gaveBack += 1; // a control whose file is away, or whose program died: it is done before anything else
            break;
          }
          await pauses.reload();
          controls = false;
        }
        // runs that are measured together fill the workers by themselves
        await room(unit.length === 1 ? jobs * 2 - 1 : 1);
        const doing: Promise<void> = doUnit(work, unit)
          .catch((error: unknown) => {
            if (error instanceof FileAway) gaveBack += 1;
            else fault ??= { error };
          })
          .finally(() => busy.delete(doing));
        busy.add(doing);
      }
      await room(0);
      await writer.flush();
      isOver = !claimed.sawOthers() && gaveBack === 0;
      if (gaveBack > 0) await releaseClaims(db, claimant);
      if (isOver) break;
      await setTimeout(gaveBack > 0 ? AWAY_MS : WAIT_MS);
      isOver = (await findBatch(db, batch.id)).state === 'cancelled';
    }
    const left = await pendingRuns(db, batch.id, -1, 1);
    if (left.length > 0 || !(await measurePlatesOf(db, batch, { now, isStopped }))) {
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
/** How long to wait before files are tried again that were away. */
const AWAY_MS = 2000;

/** Another program may be at the last control material: it is waited for. False where some is left that nobody is at. */
async function controlsDone(db: Database, claimant: Claimant, isStopped: () => boolean): Promise<boolean> {
  while (!isStopped()) {
    const left = (await pendingRuns(db, claimant.batchId, -1, 500, 'reference')).map(({ id }) => id);
    if (left.length === 0) return true;
    if (!(await othersAt(db, claimant, left))) return false;
    await setTimeout(WAIT_MS);
  }
  return false;
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
