import { hostname } from 'node:os';
import path from 'node:path';
import type { ChainHead } from '../../core/base/chain/chain.ts';
import type { Database } from './database.ts';
import { sha256Of } from './digests.ts';
import { inTransaction, logFact } from './log.ts';

/* Where the audits of sessions stood when they were saved: kept in the log of the archive, out of reach of who changes only the session's file. */

/** A place on this machine, which is all that is told of it: names of folders may be those of persons. */
const placeOf = (file: string): string => sha256Of(`${hostname()} ${path.resolve(file)}`);

/** Keeps where the audit of a session stood that was saved in a file. */
export const anchorSession = (db: Database, file: string, { entries, head }: ChainHead): Promise<void> =>
  inTransaction(db, (transaction) => logFact(transaction, 'session', [placeOf(file), String(entries), head]));

/** Where the audit stood of the session that was saved in a file last; none where none was under this archive. */
export async function anchorsOf(db: Database, file: string): Promise<readonly ChainHead[]> {
  const place = placeOf(file);
  const last = await db
    .selectFrom('log')
    .select('contents')
    .where('kind', '=', 'session')
    .where('contents', 'like', `[["${place}",%`)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return [];
  const [[, entries, head]] = JSON.parse(last.contents) as readonly [readonly [string, string, string]];
  return [{ entries: Number(entries), head }];
}
