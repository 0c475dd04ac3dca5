import { setTimeout } from 'node:timers/promises';
import { findBatch, pendingRuns } from '../archive/batches.ts';
import { CLAIM_MS, type Claimant, claimRuns, othersAt, releaseClaims, renewClaims } from '../archive/claims.ts';
import type { Database } from '../archive/database.ts';
import { workerName } from '../host/worker-name.ts';
import { FileAway } from './away-files.ts';
import { unitsOf } from './batch-units.ts';
import { AWAY_MS, isControl, type QueuedBatch, type Unit, type UnitQueue, WAIT_MS } from './unit-queue.ts';

/** The queue of an archive that is a file: programs claim runs in a table before they do them. */
export const claimQueue: UnitQueue = async (queued) => {
  const { db, batch } = queued;
  const claimant = { batchId: batch.id, worker: workerName(), now: Date.now };
  const heartbeat = setInterval(() => void renewClaims(db, claimant).catch(() => undefined), CLAIM_MS / 4);
  heartbeat.unref();
  try {
    await drain(queued, claimant);
    return await othersAt(db, claimant);
  } finally {
    clearInterval(heartbeat);
    await releaseClaims(db, claimant).catch(() => undefined);
  }
};

async function drain({ db, batch, book, jobs, isStopped, work, flush, onControlsDone }: QueuedBatch, claimant: Claimant): Promise<void> {
  const busy = new Set<Promise<void>>();
  let fault: { readonly error: unknown } | undefined;
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
      if (controls && onControlsDone !== undefined && !isControl(unit)) {
        await room(0);
        await flush();
        if (!(await controlsDone(db, claimant, isStopped))) {
          gaveBack += 1; // a control whose file is away, or whose program died: it is done before anything else
          break;
        }
        await onControlsDone();
        controls = false;
      }
      // runs that are measured together fill the workers by themselves
      await room(unit.length === 1 ? jobs * 2 - 1 : 1);
      const doing: Promise<void> = work(unit)
        .catch((error: unknown) => {
          if (error instanceof FileAway) gaveBack += 1;
          else fault ??= { error };
        })
        .finally(() => busy.delete(doing));
      busy.add(doing);
    }
    await room(0);
    await flush();
    isOver = !claimed.sawOthers() && gaveBack === 0;
    if (gaveBack > 0) await releaseClaims(db, claimant);
    if (isOver) break;
    await setTimeout(gaveBack > 0 ? AWAY_MS : WAIT_MS);
    isOver = (await findBatch(db, batch.id)).state === 'cancelled';
  }
}

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

/** Units of a batch that this program has claimed; those of others are left out. */
interface ClaimedUnits {
  readonly units: AsyncGenerator<Unit>;
  /** Whether any unit was another program's. */
  readonly sawOthers: () => boolean;
}

/** Claims units some at a time, so that claiming costs one transaction for several runs; control material by itself. */
function claimedUnits(db: Database, claimant: Claimant, units: AsyncIterable<Unit>, block: number): ClaimedUnits {
  let others = false;
  async function* walk(): AsyncGenerator<Unit> {
    let waiting: Unit[] = [];
    async function* claim(): AsyncGenerator<Unit> {
      const own = waiting;
      waiting = [];
      if (own.length === 0) return;
      const free = await claimRuns(
        db,
        claimant,
        own.map((unit) => unit.map(({ run }) => run.id)),
      );
      for (const [i, unit] of own.entries()) {
        if (free[i] === true) yield unit;
        else others = true;
      }
    }
    for await (const unit of units) {
      const isOther = waiting[0] !== undefined && isControl(waiting[0]) !== isControl(unit);
      if (waiting.length >= block || isOther) yield* claim();
      waiting.push(unit);
    }
    yield* claim();
  }
  return { units: walk(), sawOthers: () => others };
}
