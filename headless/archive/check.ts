import { sql } from 'kysely';
import type { ChainHead } from '../../core/base/chain/chain.ts';
import { type ChangeFault, checkLog } from './check-log.ts';
import { checkLots, type LotFault } from './check-lots.ts';
import type { Database } from './database.ts';
import { sha256Of } from './digests.ts';
import { ledgerEvents } from './ledger.ts';
import { checkProjection, type LedgerFault } from './ledger-projection.ts';
import type { Archive } from './open-archive.ts';
import { resultIdOf } from './results.ts';
import { analysisText } from './stored-analysis.ts';

/** What is wrong in an archive; empty where nothing is. */
export interface CheckReport {
  readonly runs: number;
  readonly results: number;
  /** Where the log stands: kept elsewhere, it is an anchor. */
  readonly log: ChainHead;
  readonly faults: readonly (Damage | LotFault | LedgerFault | ChangeFault)[];
}

/** Something that was written is not there as it was written. */
interface Damage {
  readonly kind: 'database' | 'reference' | 'protocol' | 'result' | 'document';
  readonly what: string;
}

/** Whether a fault is one of the bytes; one that mixes up lots, or tells of a change, is copied as it is. */
export const isDamage = (fault: CheckReport['faults'][number]): boolean => !('message' in fault) || fault.kind === 'text';

/** Asks the database whether its pages and references are whole, and each document whether it still is what its digest says. */
export async function checkArchive({ db, kind }: Archive, anchors: readonly ChainHead[] = []): Promise<CheckReport> {
  const faults: CheckReport['faults'][number][] = [];
  const { log, faults: changes } = await checkLog(db, { anchors });
  // nothing that cannot be read is asked for again
  if (changes.some(({ kind: what }) => what === 'text'))
    return { runs: await countOf(db, 'runs'), results: await countOf(db, 'results'), log, faults: changes };
  if (kind === 'sqlite') {
    const { rows } = await sql<{ readonly integrity_check: string }>`pragma integrity_check`.execute(db);
    for (const { integrity_check: what } of rows) if (what !== 'ok') faults.push({ kind: 'database', what });
    const broken = await sql<{ readonly table: string }>`pragma foreign_key_check`.execute(db);
    for (const { table } of broken.rows) faults.push({ kind: 'reference', what: table });
  }
  for (const { sha256, text } of await db.selectFrom('protocols').select(['sha256', 'text']).execute())
    if (sha256Of(text) !== sha256) faults.push({ kind: 'protocol', what: sha256 });
  for (const { sha256, document } of await db.selectFrom('profiles').select(['sha256', 'document']).execute())
    if (sha256Of(document) !== sha256) faults.push({ kind: 'document', what: sha256 });
  let results = 0;
  for (let after = ''; ; ) {
    const part = await db.selectFrom('results').selectAll().where('id', '>', after).orderBy('id').limit(200).execute();
    for (const row of part) {
      const key = { runId: row.run_id, protocolSha256: row.protocol_sha256, engine: row.engine, givenSha256: row.given_sha256 };
      if (resultIdOf(key) !== row.id || !isAnalysis(row, row.run_id)) faults.push({ kind: 'result', what: row.id });
    }
    results += part.length;
    const last = part.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  faults.push(...(await checkLots(db)), ...(await checkProjection(db, await ledgerEvents(db))), ...changes);
  return { runs: await countOf(db, 'runs'), results, log, faults };
}

async function countOf(db: Database, table: 'runs' | 'results'): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function isAnalysis(stored: { readonly analysis: string }, runId: string): boolean {
  try {
    const { sample } = JSON.parse(analysisText(stored));
    return `${sample.sha256}:${sample.dataset}` === runId;
  } catch {
    return false;
  }
}
