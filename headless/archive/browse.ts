import type { ArchiveBatch, ArchiveDecision, ArchiveRun } from '../../core/contract/archive-calls.ts';
import { batchProgress } from './batch-progress.ts';
import { countBatch, listBatches } from './batches.ts';
import { standingOf } from './current-results.ts';
import type { Database } from './database.ts';
import { listDecisions } from './decisions.ts';
import { listProtocols } from './documents.ts';
import { piecesOf } from './pieces.ts';
import { summariesById } from './results.ts';
import { listQueries } from './saved-queries.ts';
import { countRuns, selectRuns } from './select-runs.ts';

/** One page of the runs of a query as a browser shows them, with the results that stand; how many there are only with the first page. */
export async function browseRuns(
  db: Database,
  query: string,
  limit: number,
  after?: string,
): Promise<{ readonly total: number | null; readonly runs: readonly ArchiveRun[] }> {
  const total = after === undefined ? await countRuns(db, query) : null;
  const runs = await selectRuns(db, query, { limit, after });
  const current = await standingOf(
    db,
    runs.map(({ id }) => id),
  );
  const results = await summariesById(
    db,
    [...current.values()].map(({ result_id }) => result_id),
  );
  const there = await foundFiles(
    db,
    runs.map(({ sha256 }) => sha256),
  );
  const rows = runs.map((run): ArchiveRun => {
    const result = results.get(current.get(run.id)?.result_id ?? '');
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

/** Which of these digests have a file that is where it was. */
async function foundFiles(db: Database, digests: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const piece of piecesOf(digests, 500))
    for (const { sha256 } of await db
      .selectFrom('run_files')
      .select('sha256')
      .where('sha256', 'in', [...piece])
      .where('missing_since', 'is', null)
      .execute())
      found.add(sha256);
  return found;
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
    (
      await db
        .selectFrom('decisions')
        .select('id')
        .where((eb) =>
          eb.exists(eb.selectFrom('current_results').select('run_id').whereRef('current_results.decision_id', '=', 'decisions.id')),
        )
        .execute()
    ).map(({ id }) => id),
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
