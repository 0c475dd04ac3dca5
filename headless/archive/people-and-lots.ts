import { randomUUID } from 'node:crypto';
import type { Database } from './open-archive.ts';
import type { MaterialKind } from './schema.ts';

export interface NewMaterial {
  readonly kind: MaterialKind;
  readonly label: string;
  readonly lot?: string;
  readonly donor?: string;
  readonly method?: string;
  readonly startedOn?: string;
  readonly cells?: number;
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

export async function ensureLot(db: Database, lot: string, donor?: string): Promise<string> {
  const donorId = donor === undefined ? null : await ensureDonor(db, donor);
  await db
    .insertInto('lots')
    .values({ id: lot, donor_id: donorId, method: null, note: '' })
    .onConflict((c) => c.doNothing())
    .execute();
  return lot;
}

/** A collection, culture, bag, thaw or dose by its kind and label; the one that is there, or a new one. */
export async function ensureMaterial(db: Database, material: NewMaterial): Promise<string> {
  const { kind, label, lot, donor, method = null, startedOn = null, cells = null, volumeMl = null } = material;
  const row = {
    id: randomUUID(),
    kind,
    label,
    lot_id: lot === undefined ? null : await ensureLot(db, lot, donor),
    donor_id: donor === undefined ? null : await ensureDonor(db, donor),
    method,
    started_on: startedOn,
    cells,
    volume_ml: volumeMl,
    note: '',
  };
  await db
    .insertInto('materials')
    .values(row)
    .onConflict((c) => c.columns(['kind', 'label']).doNothing())
    .execute();
  const known = await db.selectFrom('materials').select('id').where('kind', '=', kind).where('label', '=', label).executeTakeFirstOrThrow();
  return known.id;
}
