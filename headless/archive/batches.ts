import { randomUUID } from 'node:crypto';
import { asProblem } from '../../core/base/as-problem.ts';
import { ENGINE } from '../../core/base/engine.ts';
import { languages } from '../../core/base/message.ts';
import { Problem } from '../../core/base/problem.ts';
import { thisProgram } from '../host/this-program.ts';
import { choosePlates, platesOfQuery } from './batch-plates.ts';
import type { Database } from './database.ts';
import { inTransaction, logRows } from './log.ts';
import type { Archive } from './open-archive.ts';
import { piecesOf } from './pieces.ts';
import { parseRunQuery } from './run-query.ts';
import type { Batch, BatchState, Run, SameRunKind } from './schema.ts';
import { selectRuns } from './select-runs.ts';

export interface NewBatch {
  readonly protocolSha256: string;
  readonly engine: string;
  readonly query: string;
  /** Runs of a group whose control charts broke a rule wait for a person. */
  readonly respectPauses: boolean;
  /** Controls and siblings that were measured together help each other; each run is gated alone where absent. */
  readonly sameRun?: SameRunKind;
  /** Workers do those of a higher one first; 0 where absent. */
  readonly priority?: number;
  readonly by: string;
  readonly at: string;
}

/** Chooses the runs of a batch once and for all: what is imported later belongs to another. Control material goes first. */
export async function beginBatch({ db }: Archive, batch: NewBatch): Promise<Batch> {
  parseRunQuery(batch.query);
  return db.transaction().execute(async (transaction) => {
    const runs = await selectRuns(transaction, batch.query);
    const plates = await platesOfQuery(transaction, batch.query, runs);
    if (runs.length + plates.length === 0) throw new Problem('batch-empty', empty, { query: batch.query });
    const last = await transaction
      .selectFrom('batches')
      .select((eb) => eb.fn.max('seq').as('seq'))
      .executeTakeFirst();
    const row: Batch = {
      id: randomUUID(),
      seq: (last?.seq ?? 0) + 1,
      protocol_sha256: batch.protocolSha256,
      engine: batch.engine,
      query: batch.query,
      respect_pauses: batch.respectPauses ? 1 : 0,
      same_run: batch.sameRun ?? null,
      state: 'open',
      by: batch.by,
      created_at: batch.at,
      finished_at: null,
    };
    await transaction.insertInto('batches').values(row).execute();
    await transaction
      .insertInto('batch_terms')
      .values({ batch_id: row.id, priority: batch.priority ?? 0, ...thisProgram() })
      .execute();
    const ordered = [...runs.filter(isControl), ...runs.filter((run) => !isControl(run))];
    const rows = ordered.map((run, ordinal) => ({ batch_id: row.id, run_id: run.id, ordinal, result_id: null, error: null }));
    for (const piece of piecesOf(rows, 500))
      await transaction
        .insertInto('batch_runs')
        .values([...piece])
        .execute();
    await logRows(transaction, 'batch', [
      { table: 'batches', key: [row.id] },
      { table: 'batch_terms', key: [row.id] },
      ...rows.map(({ run_id }) => ({ table: 'batch_runs' as const, key: [row.id, run_id] })),
    ]);
    await choosePlates(transaction, row.id, plates);
    return row;
  });
}

const isControl = ({ role }: Run): boolean => role === 'reference';

/** A batch by its number or the beginning of its id; without either the last one. */
export async function findBatch(db: Database, named?: string): Promise<Batch> {
  const batches = await listBatches(db);
  const found =
    named === undefined ? batches[0] : batches.find(({ id, seq }) => String(seq) === named || (named.length >= 4 && id.startsWith(named)));
  if (found === undefined) throw new Problem('batch-unknown', unknown, { batch: named ?? '' });
  return found;
}

/** A batch to be gone on with: what failed is tried again. Refuses one that another engine began, whose results would not be of one kind. */
export async function resumeBatch(db: Database, named?: string): Promise<Batch> {
  const batch = await findBatch(db, named);
  if (batch.engine !== ENGINE)
    throw new Problem('batch-of-other-engine', otherEngine, { batch: batch.seq, engine: batch.engine, now: ENGINE });
  await retryFailed(db, batch.id);
  return batch;
}

/** The last one first. */
export const listBatches = (db: Database): Promise<readonly Batch[]> =>
  db.selectFrom('batches').selectAll().orderBy('seq', 'desc').execute();

export const setBatchState = (db: Database, id: string, state: BatchState, finishedAt: string | null = null): Promise<void> =>
  inTransaction(db, async (transaction) => {
    await transaction.updateTable('batches').set({ state, finished_at: finishedAt }).where('id', '=', id).execute();
    await logRows(transaction, 'batch', [{ table: 'batches', key: [id] }]);
  });

/** Stopped with runs left, unless somebody cancelled it in the meantime. */
export const pauseBatch = (db: Database, id: string): Promise<void> =>
  inTransaction(db, async (transaction) => {
    await transaction.updateTable('batches').set({ state: 'paused' }).where('id', '=', id).where('state', '=', 'open').execute();
    await logRows(transaction, 'batch', [{ table: 'batches', key: [id] }]);
  });

/** What failed is tried again. */
export const retryFailed = (db: Database, id: string): Promise<void> =>
  inTransaction(db, async (transaction) => {
    const failed = await transaction
      .selectFrom('batch_runs')
      .select('run_id')
      .where('batch_id', '=', id)
      .where('error', 'is not', null)
      .execute();
    await transaction
      .updateTable('batch_runs')
      .set({ error: null, done: 0 })
      .where('batch_id', '=', id)
      .where('error', 'is not', null)
      .execute();
    await logRows(
      transaction,
      'batch',
      failed.map(({ run_id }) => ({ table: 'batch_runs', key: [id, run_id] })),
    );
  });

export interface BatchCounts {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
}

export async function countBatch(db: Database, id: string): Promise<BatchCounts> {
  const rows = await db
    .selectFrom('batch_runs')
    .select((eb) => ['done', eb.fn.countAll<number>().as('count'), eb.fn.count<number>('error').as('failed')])
    .where('batch_id', '=', id)
    .groupBy('done')
    .execute();
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    total: sum((row) => Number(row.count)),
    done: sum((row) => (row.done === 1 ? Number(row.count) : 0)),
    failed: sum((row) => Number(row.failed)),
  };
}

/** Runs that are still to be done, in order, from one place in that order on. */
export const pendingRuns = (
  db: Database,
  id: string,
  after: number,
  limit: number,
  role?: string,
): Promise<readonly (Run & { readonly ordinal: number })[]> => {
  const pending = db
    .selectFrom('batch_runs')
    .innerJoin('runs', 'runs.id', 'batch_runs.run_id')
    .selectAll('runs')
    .select('ordinal')
    .where('batch_id', '=', id)
    .where('done', '=', 0)
    .where('ordinal', '>', after)
    .orderBy('ordinal')
    .limit(limit);
  return (role === undefined ? pending : pending.where('role', '=', role)).execute();
};

/** What says which runs of a batch belong together. */
export type BatchMember = Awaited<ReturnType<typeof membersOf>>[number];
/** Where runs stand in a batch. */
export const batchMembers = (db: Database, id: string, runs: readonly string[]) =>
  db
    .selectFrom('batch_runs')
    .select(['run_id as id', 'ordinal', 'done'])
    .where('batch_id', '=', id)
    .where('run_id', 'in', [...runs])
    .execute();

export const membersOf = (db: Database, id: string) =>
  db
    .selectFrom('batch_runs')
    .innerJoin('runs', 'runs.id', 'batch_runs.run_id')
    .select(['runs.id', 'sha256', 'role', 'acquired_on', 'cytometer', 'serial', 'panel', 'more_metadata', 'ordinal', 'done'])
    .where('batch_id', '=', id)
    .orderBy('ordinal')
    .execute();

/** Why a run of a batch has no result. */
export interface RunFailure {
  readonly code: string;
  readonly message: { readonly en: string; readonly ja: string };
}

export function failureOf(error: unknown): RunFailure {
  const problem = asProblem(error);
  const said = Object.fromEntries(languages.map((language) => [language, problem.in(language)]));
  return { code: problem.code, message: said as RunFailure['message'] };
}

export async function failuresOf(db: Database, id: string): Promise<readonly (RunFailure & { readonly run: Run })[]> {
  const rows = await db
    .selectFrom('batch_runs')
    .innerJoin('runs', 'runs.id', 'batch_runs.run_id')
    .selectAll('runs')
    .select('error')
    .where('batch_id', '=', id)
    .where('error', 'is not', null)
    .orderBy('ordinal')
    .execute();
  return rows.map(({ error, ...run }) => ({ ...(JSON.parse(error ?? '{}') as RunFailure), run }));
}

const empty = { en: 'No run of the archive fits the query "{query}".', ja: '検索条件「{query}」に該当する測定がありません。' };
const unknown = { en: 'The archive holds no batch {batch}.', ja: 'アーカイブにバッチ{batch}はありません。' };
const otherEngine = {
  en: 'Batch {batch} was begun by engine {engine}, whose numbers this program (engine {now}) does not give: begin a new batch.',
  ja: 'バッチ{batch}はエンジン{engine}で開始されたものです。本プログラム(エンジン {now})では続行できないため、新しいバッチを開始してください。',
};
