import type { ArchiveBatch, ArchiveDecision, ArchiveRun } from '../../core/contract/archive-calls.ts';
import { batchProgress } from './batch-progress.ts';
import { countBatch, listBatches } from './batches.ts';
import type { Database } from './database.ts';
import { listDecisions } from './decisions.ts';
import { listProtocols } from './documents.ts';
import { resultsById } from './results.ts';
import { listQueries } from './saved-queries.ts';
import { countRuns, selectRuns } from './select-runs.ts';

/** Runs of a query as a browser shows them, with the results that stand. */
export async function browseRuns(
  db: Database,
  query: string,
  limit: number,
): Promise<{ readonly total: number; readonly runs: readonly ArchiveRun[] }> {
  const total = await countRuns(db, query);
  const runs = await selectRuns(db, query, { limit });
  const current = new Map(
    (await db.selectFrom('current_results').select(['run_id', 'result_id']).execute()).map((row) => [row.run_id, row.result_id]),
  );
  const results = await resultsById(
    db,
    runs.flatMap(({ id }) => current.get(id) ?? []),
  );
  const there = new Set(
    (await db.selectFrom('run_files').select('sha256').where('missing_since', 'is', null).distinct().execute()).map(({ sha256 }) => sha256),
  );
  const rows = runs.map((run): ArchiveRun => {
    const result = results.get(current.get(run.id) ?? '');
    return {
      id: run.id,
      name: run.name,
      dataset: run.dataset,
      events: run.events,
      acquired: run.acquired_on,
      cytometer: run.cytometer,
      lot: run.lot_id,
      donor: run.donor_id,
      day: run.day,
      role: run.role,
      group: result?.group_id ?? null,
      nk: result?.nk ?? null,
      nktLike: result?.nkt_like ?? null,
      t: result?.t ?? null,
      away: !there.has(run.sha256),
    };
  });
  return { total, runs: rows };
}

/** Everything else that a browser lists; what is newest first. */
export async function browseLists(db: Database) {
  const protocols = await listProtocols(db);
  const named = new Map(protocols.map((protocol) => [protocol.sha256, protocol]));
  const batches = await Promise.all(
    (await listBatches(db)).map(async (batch): Promise<ArchiveBatch> => {
      const { name = '', revision = 0 } = named.get(batch.protocol_sha256) ?? {};
      const { id, seq: number, state, query, engine, created_at: createdAt, protocol_sha256: protocolSha256 } = batch;
      const sameRun = batch.same_run === null ? {} : { sameRun: batch.same_run };
      return {
        id,
        number,
        state,
        query,
        ...sameRun,
        engine,
        createdAt,
        protocolSha256,
        protocol: name,
        revision,
        ...(await countBatch(db, id)),
        ...(state === 'open' ? { seen: await batchProgress(db, id, Date.now()) } : {}),
      };
    }),
  );
  const numbers = new Map(batches.map(({ id, number }) => [id, number]));
  return {
    queries: (await listQueries(db)).map(({ name, query }) => ({ name, query })),
    protocols: protocols.map(({ sha256, name, revision, added_at }) => ({ sha256, name, revision, addedAt: added_at })),
    batches,
    decisions: await decisionsOf(db, numbers),
  };
}

async function decisionsOf(db: Database, numbers: ReadonlyMap<string, number>): Promise<ArchiveDecision[]> {
  const decisions = await listDecisions(db);
  const standing = new Set(
    (await db.selectFrom('current_results').select('decision_id').distinct().execute()).map(({ decision_id }) => decision_id),
  );
  const undone = new Set(decisions.map(({ undoes }) => undoes));
  return decisions.map(({ id, seq: number, kind, batch_id, reason, by, at }) => ({
    id,
    number,
    kind,
    batch: numbers.get(batch_id ?? '') ?? null,
    reason,
    by,
    at,
    undoable: kind === 'accept' && standing.has(id) && !undone.has(id),
  }));
}
