import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { isPostgres } from './one-at-a-time.ts';
import type { ArchiveTables } from './schema.ts';

/** Reads everything as it stands at one moment, whatever other programs write meanwhile; in the transaction that it is in already, or one of its own. */
export function inSnapshot<T>(db: Database, read: (db: Database) => Promise<T>): Promise<T> {
  if (db.isTransaction) return read(db);
  const own = db as Kysely<ArchiveTables>;
  if (isPostgres(own)) return own.transaction().setIsolationLevel('repeatable read').execute(read);
  // one that takes no lock: it may not keep others from writing, and an archive that is read-only has none to give
  return own.connection().execute(async (connection) => {
    await sql`begin`.execute(connection);
    try {
      return await read(connection);
    } finally {
      await sql`rollback`.execute(connection);
    }
  });
}
