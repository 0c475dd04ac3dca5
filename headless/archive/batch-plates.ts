import type { KeptPlate } from '../../core/study/killing/kept-plate.ts';
import type { Database } from './database.ts';
import { logRows } from './log.ts';
import { piecesOf } from './pieces.ts';
import { type ListedPlate, selectPlates } from './plate-results.ts';
import { parseRunQuery } from './run-query.ts';
import type { Run } from './schema.ts';

/** Fields that mean the same of a plate and of a run. */
const shared = new Set<string>(['lot', 'donor', 'day', 'lysis', 'target']);

/** Plates that a batch means: all for an empty query; else those that it says, those of its runs' lots, and those whose wells are its runs' files. */
export async function platesOfQuery(db: Database, query: string, runs: readonly Run[]): Promise<readonly ListedPlate[]> {
  const plates = await selectPlates(db, '');
  const terms = parseRunQuery(query);
  if (terms.length === 0) return plates;
  const isShared = terms.every(({ field }) => shared.has(field));
  const said = new Set(isShared ? (await selectPlates(db, query)).map(({ id }) => id) : []);
  const lots = new Set(runs.flatMap(({ lot_id: lot }) => lot ?? []));
  const files = new Set(runs.map(({ sha256 }) => sha256));
  return plates.filter(
    ({ id, kept: { plate } }) =>
      said.has(id) ||
      plate.effectors.some(({ lot }) => lot !== undefined && lots.has(lot)) ||
      plate.wells.some(({ fcs }) => fcs?.sha256 !== undefined && files.has(fcs.sha256)),
  );
}

/** Chooses the plates of a batch once and for all, in the transaction that begins it. */
export async function choosePlates(db: Database, batch: string, plates: readonly ListedPlate[]): Promise<void> {
  const rows = plates.map(({ id }, place) => ({ batch_id: batch, place, before_id: id, after_id: null, error: null }));
  for (const piece of piecesOf(rows, 500))
    await db
      .insertInto('batch_plates')
      .values([...piece])
      .execute();
  await logRows(
    db,
    'batch',
    rows.map(({ place }) => ({ table: 'batch_plates', key: [batch, place] })),
  );
}

/** A plate of a batch: what stood when it was begun and what it gave, or why it gave nothing. */
export interface BatchPlate {
  readonly place: number;
  readonly id: string;
  readonly before: KeptPlate;
  readonly after: KeptPlate | undefined;
  readonly error: string | null;
}

export async function platesOfBatch(db: Database, batch: string): Promise<readonly BatchPlate[]> {
  const rows = await db.selectFrom('batch_plates').selectAll().where('batch_id', '=', batch).orderBy('place').execute();
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.flatMap(({ before_id: before, after_id: after }) => (after === null ? [before] : [before, after])))];
  const bodies = new Map<string, KeptPlate>();
  for (const piece of piecesOf(ids, 200))
    for (const { id, body } of await db.selectFrom('plate_results').select(['id', 'body']).where('id', 'in', piece).execute())
      bodies.set(id, JSON.parse(body) as KeptPlate);
  return rows.map(({ place, before_id: before, after_id: after, error }) => ({
    ...{ place, id: before, error },
    before: bodies.get(before)!,
    after: after === null ? undefined : bodies.get(after),
  }));
}

export const hasPlatesLeft = async (db: Database, batch: string): Promise<boolean> =>
  (await db
    .selectFrom('batch_plates')
    .select('place')
    .where('batch_id', '=', batch)
    .where('after_id', 'is', null)
    .where('error', 'is', null)
    .limit(1)
    .executeTakeFirst()) !== undefined;
