import type { Database } from './database.ts';
import { inTransaction } from './log.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { piecesOf } from './pieces.ts';

/** A program that does runs of a batch. Clocks of machines may be a little apart: a claim holds long against that. */
export interface Claimant {
  readonly batchId: string;
  readonly worker: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What a claim is good for unless it is renewed: a program that died gives its runs back after it. */
export const CLAIM_MS = 60_000;

/**
 * Claims groups of runs, each as a whole: those of which no run is another living program's. Gives which of the groups are this program's now.
 */
export const claimRuns = (
  db: Database,
  { batchId, worker, now }: Claimant,
  groups: readonly (readonly string[])[],
): Promise<readonly boolean[]> =>
  inTransaction(db, async (transaction) => {
    await oneAtATime(transaction, 'claims');
    const at = now();
    const ids = groups.flat();
    const taken = new Set<string>();
    const done = new Set<string>();
    for (const piece of piecesOf(ids, 500)) {
      const claims = await transaction
        .selectFrom('batch_claims')
        .select('run_id')
        .where('batch_id', '=', batchId)
        .where('run_id', 'in', [...piece])
        .where('worker', '!=', worker)
        .where('until', '>', at)
        .execute();
      for (const { run_id } of claims) taken.add(run_id);
      // another program may have done it since it was looked up
      const marks = await transaction
        .selectFrom('batch_runs')
        .select('run_id')
        .where('batch_id', '=', batchId)
        .where('run_id', 'in', [...piece])
        .where('done', '=', 1)
        .execute();
      for (const { run_id } of marks) done.add(run_id);
    }
    const free = groups.map((group) => group.every((id) => !taken.has(id)) && group.some((id) => !done.has(id)));
    const rows = groups.flatMap((group, i) =>
      free[i] === true ? group.map((run_id) => ({ batch_id: batchId, run_id, worker, until: at + CLAIM_MS })) : [],
    );
    for (const piece of piecesOf(rows, 200))
      await transaction
        .insertInto('batch_claims')
        .values([...piece])
        .onConflict((c) =>
          c.columns(['batch_id', 'run_id']).doUpdateSet((eb) => ({ worker: eb.ref('excluded.worker'), until: eb.ref('excluded.until') })),
        )
        .execute();
    return free;
  });

/** All claims of a program hold on. */
export async function renewClaims(db: Database, { batchId, worker, now }: Claimant): Promise<void> {
  await db
    .updateTable('batch_claims')
    .set({ until: now() + CLAIM_MS })
    .where('batch_id', '=', batchId)
    .where('worker', '=', worker)
    .execute();
}

/** A program that stops gives back what it claimed. */
export async function releaseClaims(db: Database, { batchId, worker }: Omit<Claimant, 'now'>): Promise<void> {
  await db.deleteFrom('batch_claims').where('batch_id', '=', batchId).where('worker', '=', worker).execute();
}

/** Whether other programs are at a batch just now, or at any of some of its runs. */
export async function othersAt(db: Database, { batchId, worker, now }: Claimant, runs?: readonly string[]): Promise<boolean> {
  const claims = db
    .selectFrom('batch_claims')
    .select('run_id')
    .where('batch_id', '=', batchId)
    .where('worker', '!=', worker)
    .where('until', '>', now())
    .limit(1);
  return (await (runs === undefined ? claims : claims.where('run_id', 'in', [...runs])).executeTakeFirst()) !== undefined;
}
