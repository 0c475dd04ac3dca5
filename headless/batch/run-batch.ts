import { setTimeout } from 'node:timers/promises';
import { JobCancelled } from '../../core/jobs/cancelled.ts';
import { Problem } from '../../core/problem.ts';
import { emptyBook } from '../../core/session/override-book.ts';
import type { SampleMetadata } from '../../core/session/sample-metadata.ts';
import { recordFirstResults } from '../archive/decisions.ts';
import { protocolVersion } from '../archive/documents.ts';
import type { Archive } from '../archive/open-archive.ts';
import { overrideBook } from '../archive/overrides.ts';
import { givenDigest, knownResults, type ResultKey, resultIdOf } from '../archive/results.ts';
import { filesOf, metadataOf } from '../archive/runs.ts';
import type { Batch, Run } from '../archive/schema.ts';
import { startWorkers } from './batch-pool.ts';
import { type BatchCounts, countBatch, failureOf, pauseBatch, pendingRuns, setBatchState } from './batches.ts';
import { type PausedGroups, pausedGroups } from './paused-groups.ts';
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
  readonly workers?: typeof startWorkers;
}

/** Runs looked up at once: the memory that a batch takes does not grow with it. */
const PAGE = 200;

/**
 * Does what is left of a batch. Every run ends with a result or with the reason why it has none; one that fails stops no other.
 * Gives the counts. Throws where the archive itself fails: what was stored until then is whole, and the batch can be taken up again.
 */
export async function runBatch(archive: Archive, batch: Batch, options: RunBatchOptions): Promise<BatchCounts> {
  const { db } = archive;
  const { jobs, now, signal } = options;
  const { text: protocolText } = await protocolVersion(db, batch.protocol_sha256);
  const setting = { protocolText, protocolSha256: batch.protocol_sha256, engine: batch.engine };
  const book = await overrideBook(db, batch.protocol_sha256);
  const pauses = batch.respect_pauses === 1 ? await pausedGroups(db, batch) : undefined;
  const writer = createResultWriter(archive, batch.id, now);
  const workers = (options.workers ?? startWorkers)(setting, jobs);
  const counts = { ...(await countBatch(db, batch.id)) };
  const rate = createRate();
  let fault: { readonly error: unknown } | undefined;
  await setBatchState(db, batch.id, 'open');

  const isStopped = (): boolean => signal?.aborted === true;
  const note = (failed: boolean): void => {
    counts.done += 1;
    if (failed) counts.failed += 1;
    const runsPerSecond = rate.note();
    const secondsLeft = runsPerSecond > 0 ? (counts.total - counts.done) / runsPerSecond : undefined;
    options.onProgress?.({ ...counts, runsPerSecond, secondsLeft });
  };

  async function doRun(run: Run, key: ResultKey, metadata: SampleMetadata): Promise<void> {
    try {
      const paths = (await filesOf(db, run.sha256)).map(({ path }) => path);
      const { sha256, data_sha256: dataSha256, dataset, name } = run;
      const overrides = { ...emptyBook, entries: book.entries.filter((entry) => entry.sha256 === sha256 && entry.dataset === dataset) };
      const task = { paths, name, sha256, dataSha256, dataset, metadata, overrides };
      const { analysis, summary, group, landmarks } = await onceMore(() => workers.run('analyse', task));
      if (landmarks !== undefined) pauses?.add({ group, at: run.acquired_on ?? '', sha256, control: true, landmarks });
      else if (pauses !== undefined && !mayStore(pauses, group)) throw new Problem('group-paused', groupPaused, { file: name });
      await writer.add({ runId: run.id, result: { key, analysis, summary } });
      note(false);
    } catch (error) {
      if (error instanceof JobCancelled) return;
      if (!(error instanceof Problem)) options.onBug?.(error);
      // a run fails with its file; the archive's own failures end the batch
      if (isOfArchive(error)) throw error;
      await writer.add({ runId: run.id, failure: failureOf(error) });
      note(true);
    }
  }

  try {
    const busy = new Set<Promise<void>>();
    const room = async (most: number): Promise<void> => {
      while (busy.size > most) await Promise.race(busy);
      if (fault !== undefined) throw fault.error;
    };
    let controls = true;
    for (let after = -1; !isStopped(); ) {
      const page = await pendingRuns(db, batch.id, after, PAGE);
      if (page.length === 0) break;
      const metadata = await metadataOf(db, page);
      const keyed = page.map((run) => {
        const givenSha256 = givenDigest(run, batch.protocol_sha256, book, metadata.get(run.id));
        return { run, key: { runId: run.id, protocolSha256: batch.protocol_sha256, engine: batch.engine, givenSha256 } };
      });
      const known = await knownResults(
        db,
        keyed.map(({ key }) => resultIdOf(key)),
      );
      for (const { run, key } of keyed) {
        if (isStopped()) break;
        after = run.ordinal;
        const resultId = resultIdOf(key);
        if (known.has(resultId)) {
          await writer.add({ runId: run.id, resultId });
          note(false);
          continue;
        }
        // the charts of control material are complete before anything is judged by them
        if (controls && pauses !== undefined && run.role !== 'reference') {
          await room(0);
          controls = false;
        }
        await room(jobs * 2 - 1);
        const work: Promise<void> = doRun(run, key, metadata.get(run.id) ?? { role: 'sample' })
          .catch((error: unknown) => {
            fault ??= { error };
          })
          .finally(() => busy.delete(work));
        busy.add(work);
      }
    }
    await room(0);
    await writer.flush();
    const left = await pendingRuns(db, batch.id, -1, 1);
    if (left.length === 0) await finish();
    else await pauseBatch(db, batch.id);
    return await countBatch(db, batch.id);
  } finally {
    workers.dispose();
  }

  async function finish(): Promise<void> {
    await recordFirstResults(archive, batch, now());
    await setBatchState(db, batch.id, 'finished', now());
  }
}

const mayStore = (pauses: PausedGroups, group: string): boolean => pauses.mayGate(group);

const isOfArchive = (error: unknown): boolean =>
  error instanceof Problem && (error.code.startsWith('archive-') || error.code === 'disk-full');

/** A worker may end for want of memory, or because the system took it: a run is given to another one once. */
async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'worker-lost') throw error;
    await setTimeout(50);
    return work();
  }
}

const groupPaused = {
  en: 'The control charts of the instrument and panel of {file} broke a rule: unattended gating waits for a person.',
  ja: '{file} の装置・パネルの管理図が管理限界を逸脱しているため、自動処理を保留しました。担当者の確認が必要です。',
};
