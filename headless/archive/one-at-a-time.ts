import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Numbers of PostgreSQL's advisory locks; that of the log is 4719351 and is taken last. */
const locks = { decisions: 4719352, claims: 4719353, watch: 4719354 } as const;

/**
 * One program after the other, from here to the end of the transaction: PostgreSQL would let two read what neither has written yet. SQLite has
 * one writer anyway.
 */
export async function oneAtATime(db: Database, what: keyof typeof locks): Promise<void> {
  if (isPostgres(db)) await sql`select pg_advisory_xact_lock(${sql.lit(locks[what])})`.execute(db);
}

export const isPostgres = (db: Database): boolean => db.getExecutor().adapter.supportsTransactionalDdl;
