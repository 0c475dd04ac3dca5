import { randomUUID } from 'node:crypto';
import { Problem } from '../../core/base/problem.ts';
import { standingOf } from './current-results.ts';
import type { Database } from './database.ts';
import { sentBack } from './judgements.ts';
import { logRows } from './log.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Archive } from './open-archive.ts';
import { piecesOf } from './pieces.ts';
import type { Batch, Decision, DecisionKind } from './schema.ts';

export interface Deciding {
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  /** What was seen, for the record. */
  readonly summary?: object;
}

interface Change {
  readonly run_id: string;
  readonly before_id: string | null;
  readonly after_id: string;
}

/** Runs that never had a result that stands get this batch's: there is nothing to compare it with. */
export async function recordFirstResults({ db }: Archive, batch: Pick<Batch, 'id' | 'by'>, at: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await oneAtATime(transaction, 'decisions');
    const changes = (await changesOf(transaction, batch.id)).filter(({ before_id }) => before_id === null);
    if (changes.length > 0) await decide(transaction, 'first', batch.id, null, changes, { reason: 'first result', by: batch.by, at });
  });
}

/** The results of a batch stand from now on, all but those of which a gate was sent back in review. */
export async function acceptBatch({ db }: Archive, batchId: string, deciding: Deciding): Promise<Decision> {
  return db.transaction().execute(async (transaction) => {
    await oneAtATime(transaction, 'decisions');
    const returned = await sentBack(transaction);
    const changes = (await changesOf(transaction, batchId)).filter(
      ({ before_id, after_id }) => before_id !== after_id && !returned.has(after_id),
    );
    if (changes.length === 0) throw new Problem('nothing-to-decide', nothing);
    return decide(transaction, 'accept', batchId, null, changes, deciding);
  });
}

/** The results of a batch do not stand; what stood before goes on. */
export async function rejectBatch({ db }: Archive, batchId: string, deciding: Deciding): Promise<Decision> {
  return db.transaction().execute((transaction) => decide(transaction, 'reject', batchId, null, [], deciding));
}

/** Takes back an acceptance as a whole: what stood before it stands again. Refused where a later decision changed one of its runs. */
export async function rollBack({ db }: Archive, decisionId: string, deciding: Deciding): Promise<Decision> {
  return db.transaction().execute(async (transaction) => {
    const changed = await transaction.selectFrom('decision_runs').selectAll().where('decision_id', '=', decisionId).execute();
    const current = await standingOf(
      transaction,
      changed.map(({ run_id }) => run_id),
    );
    const undone = await transaction.selectFrom('decisions').select('id').where('undoes', '=', decisionId).execute();
    const isLast = changed.every(({ run_id }) => current.get(run_id)?.decision_id === decisionId);
    if (changed.length === 0 || undone.length > 0 || !isLast || changed.some(({ before_id }) => before_id === null))
      throw new Problem('decision-not-undoable', notUndoable);
    const changes = changed.map(({ run_id, before_id, after_id }) => ({ run_id, before_id: after_id, after_id: before_id ?? after_id }));
    const batch = await transaction.selectFrom('decisions').select('batch_id').where('id', '=', decisionId).executeTakeFirst();
    return decide(transaction, 'roll-back', batch?.batch_id ?? null, decisionId, changes, deciding);
  });
}

export const listDecisions = (db: Database): Promise<readonly Decision[]> =>
  db.selectFrom('decisions').selectAll().orderBy('seq', 'desc').execute();

/** What a batch would change, run by run. */
export async function changesOf(db: Database, batchId: string): Promise<readonly Change[]> {
  const rows = await db
    .selectFrom('batch_runs')
    .leftJoin('current_results', 'current_results.run_id', 'batch_runs.run_id')
    .select(['batch_runs.run_id', 'batch_runs.result_id as after_id', 'current_results.result_id as before_id'])
    .where('batch_id', '=', batchId)
    .where('batch_runs.result_id', 'is not', null)
    .orderBy('batch_runs.ordinal')
    .execute();
  return rows.flatMap(({ run_id, before_id, after_id }) => (after_id === null ? [] : [{ run_id, before_id, after_id }]));
}

export async function decide(
  db: Database,
  kind: DecisionKind,
  batchId: string | null,
  undoes: string | null,
  changes: readonly Change[],
  { reason, by, at, summary = {} }: Deciding,
): Promise<Decision> {
  if (reason.trim() === '') throw new Problem('reason-missing', reasonMissing);
  const last = await db
    .selectFrom('decisions')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst();
  const decision: Decision = {
    id: randomUUID(),
    seq: (last?.seq ?? 0) + 1,
    kind,
    batch_id: batchId,
    undoes,
    reason: reason.trim(),
    by,
    at,
    summary: JSON.stringify(summary),
  };
  await db.insertInto('decisions').values(decision).execute();
  for (const piece of piecesOf(changes, 500)) {
    await db
      .insertInto('decision_runs')
      .values(piece.map((change) => ({ ...change, decision_id: decision.id })))
      .execute();
    await db
      .insertInto('current_results')
      .values(piece.map(({ run_id, after_id }) => ({ run_id, result_id: after_id, decision_id: decision.id })))
      .onConflict((c) =>
        c.column('run_id').doUpdateSet((eb) => ({ result_id: eb.ref('excluded.result_id'), decision_id: eb.ref('excluded.decision_id') })),
      )
      .execute();
  }
  await logRows(db, 'decision', [
    { table: 'decisions', key: [decision.id] },
    ...changes.map(({ run_id }) => ({ table: 'decision_runs' as const, key: [decision.id, run_id] })),
    ...changes.map(({ run_id }) => ({ table: 'current_results' as const, key: [run_id] })),
  ]);
  return decision;
}

const nothing = {
  en: 'The batch changes no current result: there is nothing to accept.',
  ja: 'このバッチで変わる結果はないため、承認するものがありません。',
};
const notUndoable = {
  en: 'This decision cannot be rolled back: it changed nothing, was rolled back already, or later decisions stand on it.',
  ja: 'この決定は取り消せません。変更がないか、すでに取り消されているか、後の決定の前提になっています。',
};
const reasonMissing = { en: 'A decision needs a reason.', ja: '決定には理由の入力が必要です。' };
