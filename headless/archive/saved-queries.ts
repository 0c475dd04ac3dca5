import type { Database } from './database.ts';
import { inTransaction, logRows } from './log.ts';
import { parseRunQuery } from './run-query.ts';

export interface SavedQuery {
  readonly name: string;
  readonly query: string;
}

export const listQueries = (db: Database): Promise<readonly SavedQuery[]> =>
  db.selectFrom('saved_queries').select(['name', 'query']).orderBy('name').execute();

/** Keeps a query under a name. Throws `query-invalid` for one that is not understood. */
export async function saveQuery(db: Database, { name, query }: SavedQuery, by: string, at: string): Promise<void> {
  parseRunQuery(query);
  const row = { name, query, by, at };
  await inTransaction(db, async (transaction) => {
    await transaction
      .insertInto('saved_queries')
      .values(row)
      .onConflict((c) => c.column('name').doUpdateSet(row))
      .execute();
    await logRows(transaction, 'query', [{ table: 'saved_queries', key: [name] }]);
  });
}

export const forgetQuery = (db: Database, name: string): Promise<void> =>
  inTransaction(db, async (transaction) => {
    await transaction.deleteFrom('saved_queries').where('name', '=', name).execute();
    await logRows(transaction, 'query', [{ table: 'saved_queries', key: [name] }]);
  });
