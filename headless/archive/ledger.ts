import type { LedgerEvent, NewEvent } from '../../core/biology/ledger/event.ts';
import { partsOf } from '../../core/biology/ledger/parts.ts';
import { appended, tried, type WritingFacts } from '../../core/biology/ledger/replay.ts';
import type { Database } from './database.ts';
import { laboratoryRules } from './laboratory-rules.ts';
import { project } from './ledger-projection.ts';
import { inTransaction, logRows } from './log.ts';
import { piecesOf } from './pieces.ts';
import { refuseOtherRuns } from './sampled-runs.ts';

/** All events of the book, in order; or those of some lots. */
export async function ledgerEvents(db: Database, lots?: readonly string[]): Promise<readonly LedgerEvent[]> {
  const all = db.selectFrom('ledger_events').selectAll().orderBy('seq');
  const rows = await (lots === undefined ? all : all.where('lot', 'in', lots)).execute();
  return rows.map(({ body, kind, ...row }) => ({
    ...row,
    seq: Number(row.seq),
    kind: kind as LedgerEvent['kind'],
    body: JSON.parse(body) as unknown,
  }));
}

/** The same with everything that is wrong, by event. */
export const triedEvents = async (db: Database, events: readonly NewEvent[], facts: WritingFacts) =>
  tried(await ledgerEvents(db), events, { ...facts, rules: await laboratoryRules(db) });

/** The events that would be new, checked against the book, the laboratory's rules and the runs that they name; nothing is written. */
export async function checkedEvents(db: Database, events: readonly NewEvent[], facts: WritingFacts): Promise<readonly LedgerEvent[]> {
  await refuseOtherRuns(db, events);
  return appended(await ledgerEvents(db), events, { ...facts, rules: await laboratoryRules(db) });
}

/**
 * Writes events into the book, all of them or none, and gives those that were new. What stands is checked in the same transaction: of two programs
 * the second sees what the first wrote.
 */
export const writeEvents = (db: Database, events: readonly NewEvent[], facts: WritingFacts): Promise<readonly LedgerEvent[]> =>
  inTransaction(db, async (transaction) => {
    await refuseOtherRuns(transaction, events);
    const known = await ledgerEvents(transaction);
    const added = appended(known, events, { ...facts, rules: await laboratoryRules(transaction) });
    for (const piece of piecesOf(added, 50))
      await transaction
        .insertInto('ledger_events')
        .values(piece.map(({ body, ...event }) => ({ ...event, body: JSON.stringify(body) })))
        .execute();
    await logRows(
      transaction,
      'ledger',
      added.map(({ seq }) => ({ table: 'ledger_events' as const, key: [seq] })),
    );
    const isNew = new Set(added);
    const touched = partsOf([...known, ...added]).filter((part) => part.some((event) => isNew.has(event)));
    await project(transaction, touched.flat());
    return added;
  });
