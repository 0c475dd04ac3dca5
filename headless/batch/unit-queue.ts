import type { OverrideBook } from '../../core/study/overrides/override-book.ts';
import type { Database } from '../archive/database.ts';
import type { Batch } from '../archive/schema.ts';
import type { RunToDo } from './batch-units.ts';

/** A run of a batch by itself, or runs that were measured together. */
export type Unit = readonly RunToDo[];

/** A batch as a queue sees it. */
export interface QueuedBatch {
  readonly db: Database;
  readonly batch: Batch;
  readonly book: OverrideBook;
  /** Workers of this program. */
  readonly jobs: number;
  readonly isStopped: () => boolean;
  /** Does a unit; what it gave is stored after the next `flush`. Rejects with `FileAway` for one that is given back, else only where the archive fails. */
  readonly work: (unit: Unit) => Promise<void>;
  /** Everything that was done is stored. */
  readonly flush: () => Promise<void>;
  /** Runs that ended too many programs get their reason instead of a result. */
  readonly setAside: (unit: Unit) => Promise<void>;
  /** Told once all control material is done; absent where nothing waits for it. */
  readonly onControlsDone: (() => Promise<void>) | undefined;
}

/**
 * Does what is left of a batch, together with other programs: each unit is one program's at a time, and comes back if that program dies. Ends when nothing
 * is left or this program is stopped. Gives whether other programs are at the batch still.
 */
export type UnitQueue = (queued: QueuedBatch) => Promise<boolean>;

export const isControl = (unit: Unit): boolean => unit.every(({ run }) => run.role === 'reference');

/** How long to wait before looking again at what other programs have in hand. */
export const WAIT_MS = 300;
/** How long to wait before files are tried again that were away. */
export const AWAY_MS = 2000;
