import { setTimeout } from 'node:timers/promises';
import { Problem } from '../../core/base/problem.ts';
import { hasPlatesLeft } from '../archive/batch-plates.ts';
import { differsIn, openBatches, termsOf } from '../archive/batch-terms.ts';
import { pendingRuns } from '../archive/batches.ts';
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
  /** Left to programs that give the same numbers; one of another locale is done all the same. */
  | { readonly kind: 'differs'; readonly in: 'engine' | 'kernels' | 'locale'; readonly seq: number; readonly engine: string }
  | { readonly kind: 'away'; readonly problem: Problem };

/** How long a worker waits for work, or for an archive that is away. */
const WAIT_MS = 1000;
/** How often to look for a batch of a higher priority. */
const LOOK_MS = 2000;

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
          const overtaken = watchForUrgent(archive, batch);
          await runBatch(archive, batch, {
            ...{
              jobs: options.jobs,
              now: options.now,
              signal: AbortSignal.any([signal, overtaken.signal]),
              isShared: true,
              onProgress: () => void did++,
            },
            onAway: (problem) => onNote?.({ kind: 'away', problem }),
            ...(options.placesOf === undefined ? {} : { placesOf: options.placesOf }),
          }).finally(overtaken.end);
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

/** The batch of the highest priority, of these the oldest, that is open and has something left; one that other programs must do is named once. */
async function nextBatch({ db }: Archive, told: Set<string>, onNote: WorkOptions['onNote']): Promise<Batch | undefined> {
  for (const batch of await openBatches(db)) {
    if (!(await hasWorkLeft(db, batch.id))) continue;
    const differs = await differsIn(db, batch);
    if (differs !== undefined && !told.has(batch.id)) onNote?.({ kind: 'differs', in: differs, seq: batch.seq, engine: batch.engine });
    told.add(batch.id);
    if (differs === undefined || differs === 'locale') return batch;
  }
  return undefined;
}

/** Tells a worker to leave a batch for one of a higher priority; what it has in hand is done first. */
function watchForUrgent({ db }: Archive, batch: Batch): { readonly signal: AbortSignal; readonly end: () => void } {
  const stop = new AbortController();
  const look = async (): Promise<void> => {
    const own = (await termsOf(db, batch.id))?.priority ?? 0;
    for (const other of await openBatches(db)) {
      const differs = other.id === batch.id ? 'engine' : await differsIn(db, other);
      if (differs === 'engine' || differs === 'kernels' || !(await hasWorkLeft(db, other.id))) continue;
      if (((await termsOf(db, other.id))?.priority ?? 0) > own) stop.abort();
    }
  };
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
  return { signal: stop.signal, end: () => clearInterval(timer) };
}

const hasWorkLeft = async (db: Database, batch: string): Promise<boolean> =>
  (await pendingRuns(db, batch, -1, 1)).length > 0 || (await hasPlatesLeft(db, batch));

/** A database that cannot be reached just now, or that another program holds. */
const isAway = (error: unknown): Problem | undefined =>
  error instanceof Problem && (error.code === 'archive-unreachable' || error.code === 'archive-locked') ? error : undefined;
