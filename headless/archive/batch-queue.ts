import { sql } from 'kysely';
import { Problem } from '../../core/base/problem.ts';
import type { Database } from './database.ts';
import { inTransaction } from './log.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { piecesOf } from './pieces.ts';

/*
 * What this software asks of the tables of graphile-worker, which keeps the queue of batches on PostgreSQL: its documented functions and its view
 * `graphile_worker.jobs`. A task a stage of a batch; a job a unit.
 */

/** A part of a batch that is done before the next one is begun. */
export type Stage = 'controls' | 'rest';

export const taskOf = (batchId: string, stage: Stage): string => `gate ${batchId} ${stage}`;

/** What a job says: runs of a batch that are gated together. */
export interface UnitJob {
  readonly runs: readonly string[];
}

/** How many programs may end while they have a unit in hand, until it is set aside. */
const MOST_ATTEMPTS = 8;
/** The class of the locks that programs hold for as long as they live. */
const ALIVE = 4719355;
/** A job may be taken a moment before its program is known to live. */
const NEWEST_SECONDS = 5;

/** Fills a stage that has no jobs; one that has some is left as it is, whoever filled it. */
export const fillStage = (db: Database, task: string, units: () => AsyncIterable<UnitJob>): Promise<void> =>
  inTransaction(db, async (transaction) => {
    await oneAtATime(transaction, 'claims');
    if ((await jobsOf(transaction, task)) > 0) return;
    const jobs: UnitJob[] = [];
    for await (const unit of units()) jobs.push(unit);
    for (const piece of piecesOf(jobs, 1000)) await addJobs(transaction, task, piece);
  });

/** Puts a unit back, to be taken again by any program after a while. */
export const giveBack = (db: Database, task: string, job: UnitJob, afterMs: number): Promise<void> => addJobs(db, task, [job], afterMs);

async function addJobs(db: Database, task: string, jobs: readonly UnitJob[], afterMs = 0): Promise<void> {
  const run_at = new Date(Date.now() + afterMs).toISOString();
  const specs = jobs.map((payload) => ({
    identifier: task,
    payload,
    max_attempts: MOST_ATTEMPTS,
    ...(afterMs > 0 ? { run_at } : {}),
  }));
  await sql`select count(*) from graphile_worker.add_jobs(array(
    select spec from json_populate_recordset(null::graphile_worker.job_spec, ${JSON.stringify(specs)}::json) as spec))`.execute(db);
}

/** How many units of a stage wait or are in hand. */
export async function jobsOf(db: Database, task: string): Promise<number> {
  const { rows } = await sql<{
    readonly jobs: number;
  }>`select count(*) as jobs from graphile_worker.jobs where task_identifier = ${task}`.execute(db);
  return Number(rows[0]?.jobs ?? 0);
}

/** Units in hand of programs whose connection to the server has ended go back to the queue. */
export async function returnJobs(db: Database, task: string): Promise<void> {
  await sql`select graphile_worker.force_unlock_workers(array(
    select distinct locked_by from graphile_worker.jobs
    where task_identifier = ${task} and locked_at < now() - make_interval(secs => ${NEWEST_SECONDS}) and not exists (${liveBy})))`.execute(
    db,
  );
}

/** Takes the units out of a stage that have ended too many programs, and gives their runs. */
export async function poisonedUnits(db: Database, task: string): Promise<readonly UnitJob[]> {
  const { rows } = await sql<{ readonly payload: UnitJob }>`select payload from graphile_worker.complete_jobs(array(
    select id from graphile_worker.jobs where task_identifier = ${task} and locked_at is null and attempts >= max_attempts))`.execute(db);
  return rows.map(({ payload }) => payload);
}

/** A program holds this for each of its workers on a connection of its own: the server lets go of it when the program or its machine is gone. */
export const holdText = `select pg_advisory_lock_shared(${ALIVE}, hashtext($1))`;
/** How soon a server notices that a machine is gone. */
export const keepaliveText = 'set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4';

/** The locks of living programs that stand for the worker who has a job in hand. */
const liveBy = sql`select 1 from pg_locks where locktype = 'advisory' and granted and classid = ${sql.lit(ALIVE)}
  and objid = (hashtext(locked_by)::bigint & 4294967295)::oid and database = (select oid from pg_database where datname = current_database())`;

/** Programs that have units of a batch in hand, by the names that they told the server. */
export async function programsAt(
  db: Database,
  batchId: string,
): Promise<readonly { readonly application: string; readonly runs: number }[]> {
  if (((await schemaOf(db)) ?? 0) < KNOWN_SCHEMA) return []; // just being made
  const { rows } = await sql<{ readonly application: string; readonly runs: number }>`
    select application_name as application, sum(json_array_length(payload -> 'runs')) as runs
    from graphile_worker._private_jobs jobs
    join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
    join pg_locks on locktype = 'advisory' and granted and classid = ${sql.lit(ALIVE)} and objid = (hashtext(locked_by)::bigint & 4294967295)::oid
    join pg_stat_activity on pg_stat_activity.pid = pg_locks.pid and datname = current_database()
    where identifier like ${`gate ${batchId} %`}
    group by application_name`.execute(db);
  return rows.map(({ application, runs }) => ({ application, runs: Number(runs) }));
}

/** Throws `queue-newer` where the queue's tables are of a version that this program does not know. */
export async function checkQueue(db: Database, archive: string): Promise<void> {
  const version = await schemaOf(db);
  if (version !== undefined && version > KNOWN_SCHEMA)
    throw new Problem('queue-newer', newer, { archive, version, known: KNOWN_SCHEMA }, { path: archive });
}

/** The last step of the queue's schema that graphile-worker 0.16 knows. */
const KNOWN_SCHEMA = 18;

/** The version of the queue's tables; undefined where no batch was done yet. */
async function schemaOf(db: Database): Promise<number | undefined> {
  const found = await sql<{ readonly name: string | null }>`select to_regclass('graphile_worker.migrations')::text as name`.execute(db);
  if (found.rows[0]?.name == null) return undefined;
  const { rows } = await sql<{ readonly version: number | null }>`select max(id) as version from graphile_worker.migrations`.execute(db);
  return rows[0]?.version ?? undefined;
}

const newer = {
  en: 'The queue of the archive {archive} is of a later version (schema {version}; this software knows {known}). No batch was begun; bring this program up to date.',
  ja: 'アーカイブ{archive}の待ち行列は新しい版で作成されています(スキーマ {version}、対応は{known}まで)。バッチは開始していません。本ソフトウェアを更新してください。',
};
