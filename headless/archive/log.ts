import { type Kysely, sql } from 'kysely';
import { CHAIN_START, type ChainHead, entryDigest } from '../../core/base/chain/chain.ts';
import { whoWorks } from '../host/who-works.ts';
import type { Database } from './database.ts';
import { digestRows, type GuardedRow, guardedNames, guardedTables, keyText, pagesOf, type RowDigest, rowOf } from './guarded-rows.ts';
import { archiveUnreadable } from './problems.ts';
import type { ArchiveTables } from './schema.ts';

/** `sealed`: what stood when the log began. `session`: where a session's audit stood when it was saved. */
export type LogKind =
  | 'sealed'
  | 'archive'
  | 'import'
  | 'metadata'
  | 'override'
  | 'protocol'
  | 'results'
  | 'decision'
  | 'batch'
  | 'query'
  | 'session'
  | 'mask'
  | 'ledger'
  | 'observation'
  | 'course'
  | 'residual'
  | 'plate'
  | 'watch';

/** Does something in a transaction: the one that it is in already, or one of its own. */
export const inTransaction = <T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : (db as Kysely<ArchiveTables>).transaction().execute(work);

/**
 * Writes into the log, as the last act of a transaction, what became of rows that it may have changed: each one whose content is another than the log
 * knows. Nothing is written where none is.
 */
export async function logRows(db: Database, kind: LogKind, rows: readonly GuardedRow[]): Promise<void> {
  const digests = await digestRows(db, rows);
  const known = await knownDigests(db, digests);
  const changed = digests.filter((row) => (known.get(`${row.table} ${keyText(row)}`) ?? null) !== row.sha256);
  if (changed.length === 0) return;
  await append(
    db,
    kind,
    changed.map((row) => [row.table, keyText(row), row.sha256]),
  );
  await keepDigests(db, changed);
}

/** Writes something into the log that is no row. */
export const logFact = (db: Database, kind: LogKind, fact: readonly [string, string, string]): Promise<void> => append(db, kind, [fact]);

/** Takes everything as it stands into the log: how the log of an archive of before begins. Tables of later steps are not there yet. */
export async function sealRows(db: Database): Promise<void> {
  const tables = new Set((await (db as Kysely<ArchiveTables>).introspection.getTables()).map(({ name }) => name));
  for (const table of guardedNames.filter((name) => tables.has(name)))
    for await (const { rows, unreadable } of pagesOf(db, table, guardedTables[table])) {
      if (unreadable.length > 0) throw archiveUnreadable(table, unreadable.join(', '));
      await logRows(
        db,
        'sealed',
        rows.map((row) => rowOf(table, row)),
      );
    }
}

export async function headOfLog(db: Database): Promise<ChainHead> {
  const last = await db.selectFrom('log').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return last === undefined ? { entries: 0, head: CHAIN_START } : { entries: last.seq, head: entryDigest(last, last.before) };
}

async function append(db: Database, kind: LogKind, contents: readonly (readonly [string, string, string | null])[]): Promise<void> {
  // one writer at a time from here to the end of its transaction: SQLite has the file already
  if (db.getExecutor().adapter.supportsTransactionalDdl) await sql`select pg_advisory_xact_lock(4719351)`.execute(db);
  const { entries, head } = await headOfLog(db);
  await db
    .insertInto('log')
    .values({ seq: entries + 1, kind, by: whoWorks(), at: new Date().toISOString(), contents: JSON.stringify(contents), before: head })
    .execute();
}

async function knownDigests(db: Database, rows: readonly RowDigest[]): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>();
  for (let at = 0; at < rows.length; at += 200) {
    const piece = rows.slice(at, at + 200);
    const found = await db
      .selectFrom('content_digests')
      .selectAll()
      .where('row_key', 'in', [...new Set(piece.map(keyText))])
      .execute();
    for (const { table_name, row_key, sha256 } of found) known.set(`${table_name} ${row_key}`, sha256);
  }
  return known;
}

async function keepDigests(db: Database, rows: readonly RowDigest[]): Promise<void> {
  const kept = rows.flatMap((row) => (row.sha256 === null ? [] : [{ table_name: row.table, row_key: keyText(row), sha256: row.sha256 }]));
  for (let at = 0; at < kept.length; at += 200)
    await db
      .insertInto('content_digests')
      .values(kept.slice(at, at + 200))
      .onConflict((c) => c.columns(['table_name', 'row_key']).doUpdateSet((eb) => ({ sha256: eb.ref('excluded.sha256') })))
      .execute();
  for (const row of rows)
    if (row.sha256 === null)
      await db.deleteFrom('content_digests').where('table_name', '=', row.table).where('row_key', '=', keyText(row)).execute();
}
