import { randomUUID } from 'node:crypto';
import { otherDonor } from '../../core/data/metadata/lot-donors.ts';
import type { CellKind } from '../../core/data/metadata/sample-metadata.ts';
import type { Database } from './database.ts';
import { inTransaction, logRows } from './log.ts';
import type { MaterialKind } from './schema.ts';

export interface NewMaterial {
  readonly kind: MaterialKind;
  readonly label: string;
  readonly lot?: string;
  readonly donor?: string;
  readonly method?: string;
  readonly startedOn?: string;
  readonly cells?: number;
  /** Total nucleated cells where absent. */
  readonly cellsKind?: CellKind;
  readonly volumeMl?: number;
}

/** A donor by pseudonym, known from then on. */
export async function ensureDonor(db: Database, pseudonym: string): Promise<string> {
  await db
    .insertInto('donors')
    .values({ id: pseudonym, note: '' })
    .onConflict((c) => c.doNothing())
    .execute();
  return pseudonym;
}

/** A lot, known from then on, and of this donor where none was known. Throws `lot-other-donor` where it is of another one. */
export async function ensureLot(db: Database, lot: string, donor?: string): Promise<string> {
  const held = await holdLot(db, lot);
  if (donor === undefined || held === donor) return lot;
  const other = held ?? (await donorsNamed(db, lot)).find((named) => named !== donor);
  if (other !== undefined) throw otherDonor(lot, other, donor);
  await giveDonor(db, lot, await ensureDonor(db, donor));
  return lot;
}

/** What a correction of runs changed about a lot: donors that its runs named before, and those that runs name in it now and did not before. */
export interface LotChange {
  readonly left: Set<string>;
  readonly claimed: Set<string>;
}

/**
 * Brings a lot to what its runs say after a correction in the same transaction: a donor that only corrected runs had named goes with them.
 * Throws `lot-other-donor` where a claim gives it a second one.
 */
export async function settleLot(db: Database, lot: string, { left, claimed }: LotChange): Promise<void> {
  const held = await holdLot(db, lot);
  const named = await donorsNamed(db, lot);
  const donors = [...new Set([...(held === null || left.has(held) ? [] : [held]), ...named])];
  const [claim] = claimed;
  const other = donors.find((donor) => donor !== claim);
  if (claim !== undefined && other !== undefined) throw otherDonor(lot, other, claim);
  if (donors.length > 1) return;
  const donor = donors[0] ?? null;
  if (donor !== held) await giveDonor(db, lot, donor);
}

/** The donor of a lot, which is made where it is not there; whoever else asks waits until this transaction is over. */
async function holdLot(db: Database, lot: string): Promise<string | null> {
  const { donor_id } = await db
    .insertInto('lots')
    .values({ id: lot, donor_id: null, method: null, note: '' })
    .onConflict((c) => c.column('id').doUpdateSet({ id: lot }))
    .returning('donor_id')
    .executeTakeFirstOrThrow();
  return donor_id;
}

async function giveDonor(db: Database, lot: string, donor: string | null): Promise<void> {
  await db.updateTable('lots').set({ donor_id: donor }).where('id', '=', lot).execute();
  await db.updateTable('materials').set({ donor_id: donor }).where('lot_id', '=', lot).execute();
}

const donorsNamed = async (db: Database, lot: string): Promise<readonly string[]> =>
  (await db.selectFrom('runs').select('donor_id').distinct().where('lot_id', '=', lot).orderBy('donor_id').execute()).flatMap(
    ({ donor_id }) => donor_id ?? [],
  );

/**
 * A collection, culture, bag, thaw or dose: the one of this kind and label in its lot, or a new one. Without a lot, the one of the same donor,
 * or of none.
 */
export const ensureMaterial = (db: Database, material: NewMaterial): Promise<string> =>
  inTransaction(db, async (transaction) => {
    const id = await findOrMakeMaterial(transaction, material);
    const { lot, donor } = material;
    await logRows(transaction, 'metadata', [
      { table: 'materials', key: [id] },
      ...(lot === undefined ? [] : [{ table: 'lots' as const, key: [lot] }]),
      ...(donor === undefined ? [] : [{ table: 'donors' as const, key: [donor] }]),
    ]);
    return id;
  });

async function findOrMakeMaterial(db: Database, material: NewMaterial): Promise<string> {
  const { kind, label, lot, donor, method = null, startedOn = null, cells = null, cellsKind = 'total', volumeMl = null } = material;
  const key = {
    kind,
    label,
    lot_id: lot === undefined ? null : await ensureLot(db, lot, donor),
    donor_id: lot !== undefined ? await holdLot(db, lot) : donor === undefined ? null : await ensureDonor(db, donor),
  };
  const row = {
    ...key,
    id: randomUUID(),
    method,
    started_on: startedOn,
    cells,
    cells_kind: cells === null ? null : cellsKind,
    volume_ml: volumeMl,
    note: '',
  };
  await db
    .insertInto('materials')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute();
  const alike = db.selectFrom('materials').select('id').where('kind', '=', kind).where('label', '=', label);
  const known =
    key.lot_id === null
      ? alike.where('lot_id', 'is', null).where('donor_id', key.donor_id === null ? 'is' : '=', key.donor_id)
      : alike.where('lot_id', '=', key.lot_id);
  return (await known.executeTakeFirstOrThrow()).id;
}
