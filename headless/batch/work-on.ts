import { setTimeout } from 'node:timers/promises';
import { ENGINE } from '../../core/base/engine.ts';
import { Problem } from '../../core/base/problem.ts';
import { hasPlatesLeft } from '../archive/batch-plates.ts';
import { listBatches, pendingRuns } from '../archive/batches.ts';
import type { Database } from '../archive/database.ts';
import { type Archive, openArchive } from '../archive/open-archive.ts';
import type { Batch } from '../archive/schema.ts';
import { runBatch } from './run-batch.ts';
import type { PlacesOf } from './share-roots.ts';

export interface WorkOptions {
  readonly jobs: number;
  readonly now: () => string;
  readonly signal: AbortSignal;
  /** Ends when no batch is left, instead of waiting for the next. */
  readonly once: boolean;
  readonly placesOf?: PlacesOf;
  /** Something to tell a person: a batch is begun or done, the archive is away or back, a batch is of another engine. */
  readonly onNote?: (note: WorkNote) => void;
}

export type WorkNote =
  | { readonly kind: 'batch' | 'done'; readonly seq: number; readonly did: number }
  | { readonly kind: 'other-engine'; readonly seq: number; readonly engine: string }
  | { readonly kind: 'away'; readonly problem: Problem };

/** How long a worker waits for work, or for an archive that is away. */
const WAIT_MS = 1000;

/**
 * Does the open batches of an archive, together with whoever else does: as many programs on as many machines as reach the archive and the files. An
 * archive that goes away is waited for. Gives how many runs this program did.
 */
export async function workOn(place: string, options: WorkOptions): Promise<number> {
  const { signal, once, onNote } = options;
  const told = new Set<string>();
  let did = 0;
  while (!signal.aborted) {
    try {
      const archive = await openArchive(place);
      try {
        for (
          let batch = await nextBatch(archive, told, onNote);
          batch !== undefined && !signal.aborted;
          batch = await nextBatch(archive, told, onNote)
        ) {
          const before = did;
          const { seq } = batch;
          onNote?.({ kind: 'batch', seq, did: 0 });
          await runBatch(archive, batch, {
            ...{ jobs: options.jobs, now: options.now, signal, isShared: true, onProgress: () => void did++ },
            onAway: (problem) => onNote?.({ kind: 'away', problem }),
            ...(options.placesOf === undefined ? {} : { placesOf: options.placesOf }),
          });
          onNote?.({ kind: 'done', seq, did: did - before });
        }
      } finally {
        await archive.close().catch(() => undefined);
      }
      if (once) return did;
    } catch (error) {
      const problem = isAway(error);
      if (problem === undefined) throw error;
      onNote?.({ kind: 'away', problem });
    }
    await setTimeout(WAIT_MS, undefined, { signal }).catch(() => undefined);
  }
  return did;
}

/** The oldest batch that is open and has runs left; one of another engine is named once and left to programs of that engine. */
async function nextBatch({ db }: Archive, told: Set<string>, onNote: WorkOptions['onNote']): Promise<Batch | undefined> {
  for (const batch of [...(await listBatches(db))].reverse()) {
    if (batch.state !== 'open' || !(await hasWorkLeft(db, batch.id))) continue;
    if (batch.engine === ENGINE) return batch;
    if (!told.has(batch.id)) onNote?.({ kind: 'other-engine', seq: batch.seq, engine: batch.engine });
    told.add(batch.id);
  }
  return undefined;
}

const hasWorkLeft = async (db: Database, batch: string): Promise<boolean> =>
  (await pendingRuns(db, batch, -1, 1)).length > 0 || (await hasPlatesLeft(db, batch));

/** A database that cannot be reached just now, or that another program holds. */
const isAway = (error: unknown): Problem | undefined =>
  error instanceof Problem && (error.code === 'archive-unreachable' || error.code === 'archive-locked') ? error : undefined;
