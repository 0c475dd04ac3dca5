import type { Database } from './open-archive.ts';
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
  await db
    .insertInto('saved_queries')
    .values(row)
    .onConflict((c) => c.column('name').doUpdateSet(row))
    .execute();
}

export const forgetQuery = async (db: Database, name: string): Promise<void> =>
  void (await db.deleteFrom('saved_queries').where('name', '=', name).execute());
