import { canonicalJson } from '../../core/base/chain/canonical-json.ts';
import { type Sentence, say } from '../../core/base/message.ts';
import { booksOf } from '../../core/biology/ledger/books.ts';
import type { LedgerEvent } from '../../core/biology/ledger/event.ts';
import { lotSummary } from '../../core/biology/ledger/summary.ts';
import type { Database } from './database.ts';
import type { LedgerLotTable, LedgerMaterialTable } from './ledger-table.ts';
import { piecesOf } from './pieces.ts';

/* What stands in the book, as tables beside the events: written in the transaction that writes an event, and the same as a replay at any time. */

interface Projection {
  readonly lots: readonly LedgerLotTable[];
  readonly materials: readonly LedgerMaterialTable[];
}

/** The tables as a replay of all these events makes them. */
function projectionOf(events: readonly LedgerEvent[]): Projection {
  const books = booksOf(events);
  return {
    lots: books.flatMap(({ lots, book }) =>
      lots.map((lot) => {
        const { openDeviations: deviations, openDiscrepancies: discrepancies, ...counts } = lotSummary(book, lot);
        return { lot, book: lots[0]!, ...counts, deviations, discrepancies };
      }),
    ),
    materials: books.flatMap(({ book }) =>
      [...book.materials.values()].map(({ id, lot, donor, kind, state, cells, isFrozen, location, since, parents }) => ({
        ...{ id, lot, donor, kind, state, since },
        ...{ cells: cells ?? null, frozen: isFrozen ? 1 : 0, location: location ?? null, parents: JSON.stringify(parents) },
      })),
    ),
  };
}

/** Makes the rows of whole books anew, of which the events are given. */
export async function project(db: Database, events: readonly LedgerEvent[]): Promise<void> {
  const { lots, materials } = projectionOf(events);
  for (const piece of piecesOf([...new Set(events.map(({ lot }) => lot))], 200)) {
    await db.deleteFrom('ledger_lots').where('lot', 'in', piece).execute();
    await db.deleteFrom('ledger_materials').where('lot', 'in', piece).execute();
  }
  for (const piece of piecesOf(lots, 50))
    await db
      .insertInto('ledger_lots')
      .values([...piece])
      .execute();
  for (const piece of piecesOf(materials, 50))
    await db
      .insertInto('ledger_materials')
      .values([...piece])
      .execute();
}

/** All lots in a line each, in the order of their names. */
export async function lotLines(db: Database): Promise<readonly LedgerLotTable[]> {
  const rows = await db.selectFrom('ledger_lots').selectAll().orderBy('lot').execute();
  return rows.map(({ lot, book, donor, ...counts }) => ({
    ...{ lot, book, donor },
    ...(Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Number(count)])) as typeof counts),
  }));
}

/** The lots of the book that holds a lot or a material; none where there is none. */
export async function lotsOfBook(db: Database, of: { readonly lot: string } | { readonly material: string }): Promise<readonly string[]> {
  const lot =
    'lot' in of ? of.lot : (await db.selectFrom('ledger_materials').select('lot').where('id', '=', of.material).executeTakeFirst())?.lot;
  if (lot === undefined) return [];
  const rows = await db
    .selectFrom('ledger_lots')
    .select('lot')
    .where('book', '=', (eb) => eb.selectFrom('ledger_lots').select('book').where('lot', '=', lot))
    .execute();
  return rows.map((row) => row.lot);
}

/** A table that says something else than the events. */
export interface LedgerFault {
  readonly kind: 'ledger';
  readonly what: string;
  readonly message: Sentence;
}

/** Compares the tables with a replay of the events. */
export async function checkProjection(db: Database, events: readonly LedgerEvent[]): Promise<readonly LedgerFault[]> {
  const said = projectionOf(events);
  const lots = differing(await lotLines(db), said.lots, ({ lot }) => lot);
  const rows = await db.selectFrom('ledger_materials').selectAll().execute();
  const materials = differing(
    rows.map((row) => ({ ...row, cells: row.cells === null ? null : Number(row.cells), frozen: Number(row.frozen) })),
    said.materials,
    ({ id }) => id,
  );
  return [...lots, ...materials].map((what) => ({
    kind: 'ledger',
    what,
    message: { en: say(differs, { what }, 'en'), ja: say(differs, { what }, 'ja') },
  }));
}

function differing<Row>(there: readonly Row[], said: readonly Row[], keyOf: (row: Row) => string): readonly string[] {
  const found = new Map(there.map((row) => [keyOf(row), canonicalJson(row)]));
  const meant = new Map(said.map((row) => [keyOf(row), canonicalJson(row)]));
  return [...new Set([...found.keys(), ...meant.keys()])].filter((key) => found.get(key) !== meant.get(key)).sort();
}

const differs = {
  en: 'What the tables say of "{what}" is not what the events of the book say.',
  ja: '「{what}」の現在の値が、台帳の記録から求めた値と異なります。',
};
