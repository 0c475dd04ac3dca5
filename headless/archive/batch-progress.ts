import { machineOf, machineOfApplication } from '../host/worker-name.ts';
import { programsAt } from './batch-queue.ts';
import type { Database } from './database.ts';
import { isPostgres } from './one-at-a-time.ts';

/** Who is at a batch just now, how fast it goes, and what went wrong: the same from any machine. */
export interface BatchProgressSeen {
  /** Machines by name, with how many runs each has in hand. */
  readonly machines: readonly { readonly name: string; readonly runs: number }[];
  /** Results of the last minute, of all machines. */
  readonly lastMinute: number;
  /** Runs without a result, by the code of what is wrong; the most frequent first. */
  readonly errors: readonly { readonly code: string; readonly runs: number }[];
}

export async function batchProgress(db: Database, batchId: string, now: number): Promise<BatchProgressSeen> {
  const machines = new Map<string, number>();
  for (const { machine, runs } of await inHand(db, batchId, now)) machines.set(machine, (machines.get(machine) ?? 0) + runs);
  const done = await db
    .selectFrom('batch_runs')
    .innerJoin('results', 'results.id', 'batch_runs.result_id')
    .select((eb) => eb.fn.countAll<number>().as('runs'))
    .where('batch_id', '=', batchId)
    .where('finished_at', '>', new Date(now - 60_000).toISOString())
    .executeTakeFirst();
  const failures = await db
    .selectFrom('batch_runs')
    .select('error')
    .where('batch_id', '=', batchId)
    .where('error', 'is not', null)
    .execute();
  const errors = new Map<string, number>();
  for (const { error } of failures) {
    const { code } = JSON.parse(error ?? '{}') as { readonly code: string };
    errors.set(code, (errors.get(code) ?? 0) + 1);
  }
  return {
    machines: [...machines].map(([name, runs]) => ({ name, runs })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    lastMinute: Number(done?.runs ?? 0),
    errors: [...errors].map(([code, runs]) => ({ code, runs })).sort((a, b) => b.runs - a.runs),
  };
}

/** How many runs of a batch each program has in hand, and on which machine it works. */
async function inHand(db: Database, batchId: string, now: number): Promise<readonly { readonly machine: string; readonly runs: number }[]> {
  if (isPostgres(db))
    return (await programsAt(db, batchId)).map(({ application, runs }) => ({ machine: machineOfApplication(application), runs }));
  const claims = await db
    .selectFrom('batch_claims')
    .select((eb) => ['worker', eb.fn.countAll<number>().as('runs')])
    .where('batch_id', '=', batchId)
    .where('until', '>', now)
    .groupBy('worker')
    .execute();
  return claims.map(({ worker, runs }) => ({ machine: machineOf(worker), runs: Number(runs) }));
}
