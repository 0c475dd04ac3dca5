import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { planSplits } from './plan-splits.ts';

/**
 * A material belongs to one lot: its key is lot, kind and label, and without a lot, kind, label and donor. What lots had shared is split by the
 * lots of its runs, and `material_splits` lists it. Every count of cells says which cells it is of.
 */
export async function keepLotsApart<T>(db: Kysely<T>): Promise<void> {
  if (db.getExecutor().adapter.supportsTransactionalDdl) await changeMaterials(db);
  else await rebuildMaterials(db);
  await db.schema
    .createTable('material_splits')
    .addColumn('material_id', 'text', (c) => c.primaryKey().references('materials.id'))
    .addColumn('from_id', 'text', (c) => c.notNull().references('materials.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('from_lot', 'text')
    .addColumn('from_donor', 'text')
    .addColumn('lot_id', 'text')
    .addColumn('donor_id', 'text')
    .addColumn('runs', 'bigint', (c) => c.notNull())
    .execute();
  await knowDonors(db);
  await split(db);
  await sql`create unique index materials_of_lot on materials (lot_id, kind, label)`.execute(db);
  await sql`create unique index materials_of_no_lot on materials (kind, label, coalesce(donor_id, '')) where lot_id is null`.execute(db);
  await sayKinds(db);
}

const hasKind = sql`(cells is null) = (cells_kind is null)`;

async function changeMaterials<T>(db: Kysely<T>): Promise<void> {
  await db.schema.alterTable('materials').dropConstraint('materials_label').execute();
  await db.schema
    .alterTable('materials')
    .addColumn('cells_kind', 'text', (c) => c.check(sql`cells_kind in ('total', 'viable')`))
    .execute();
  await sql`update materials set cells_kind = 'total' where cells is not null`.execute(db);
  await db.schema.alterTable('materials').addCheckConstraint('materials_cells_kind', hasKind).execute();
}

/** SQLite drops no constraint of a table: a new one takes its place while nothing refers to the old one. */
async function rebuildMaterials<T>(db: Kysely<T>): Promise<void> {
  await sql`create table materials_before as select * from materials`.execute(db);
  await sql`create table parents_before as select * from material_parents`.execute(db);
  await sql`create table links_before (id text primary key, material_id text)`.execute(db);
  await sql`insert into links_before select id, material_id from runs where material_id is not null`.execute(db);
  await sql`update runs set material_id = null where material_id is not null`.execute(db);
  await sql`delete from material_parents`.execute(db);
  await db.schema.dropTable('materials').execute();
  await db.schema
    .createTable('materials')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('collection', 'culture', 'frozen-bag', 'thaw', 're-culture', 'dose')`))
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('lot_id', 'text', (c) => c.references('lots.id'))
    .addColumn('donor_id', 'text', (c) => c.references('donors.id'))
    .addColumn('method', 'text')
    .addColumn('started_on', 'text')
    .addColumn('cells', 'double precision', (c) => c.check(sql`cells >= 0`))
    .addColumn('cells_kind', 'text', (c) => c.check(sql`cells_kind in ('total', 'viable')`))
    .addColumn('volume_ml', 'double precision', (c) => c.check(sql`volume_ml >= 0`))
    .addColumn('note', 'text', (c) => c.notNull().defaultTo(''))
    .addCheckConstraint('materials_cells_kind', hasKind)
    .execute();
  await sql`insert into materials select id, kind, label, lot_id, donor_id, method, started_on, cells,
    case when cells is null then null else 'total' end, volume_ml, note from materials_before`.execute(db);
  await sql`insert into material_parents select * from parents_before`.execute(db);
  await sql`update runs set material_id = (select material_id from links_before where links_before.id = runs.id)
    where id in (select id from links_before)`.execute(db);
  for (const table of ['materials_before', 'parents_before', 'links_before']) await db.schema.dropTable(table).execute();
}

/** A lot and its materials are of the donor that all runs of the lot name, where nobody said so of the lot. */
async function knowDonors<T>(db: Kysely<T>): Promise<void> {
  await sql`update lots set donor_id = (select min(donor_id) from runs where runs.lot_id = lots.id)
    where donor_id is null and (select count(distinct donor_id) from runs where runs.lot_id = lots.id) = 1`.execute(db);
  await sql`update materials set donor_id = (select donor_id from lots where lots.id = materials.lot_id)
    where donor_id is null and lot_id is not null`.execute(db);
}

async function split<T>(db: Kysely<T>): Promise<void> {
  const materials = await sql<Parameters<typeof planSplits>[0][number]>`
    select id, kind, label, lot_id, donor_id from materials order by kind, label`.execute(db);
  const used = await sql<Parameters<typeof planSplits>[1][number]>`
    select material_id, lot_id, case when lot_id is null then donor_id end as run_donor,
      (select donor_id from lots where lots.id = runs.lot_id) as lot_donor, count(*) as runs
    from runs where material_id is not null group by 1, 2, 3, 4 order by 1, 2, 3`.execute(db);
  for (const { material, lot_id, donor_id, moves, runs } of planSplits(materials.rows, used.rows)) {
    const { id: from, kind, label } = material;
    const id = moves ? from : randomUUID();
    if (moves) await sql`update materials set lot_id = ${lot_id}, donor_id = ${donor_id} where id = ${id}`.execute(db);
    else {
      await sql`insert into materials (id, kind, label, lot_id, donor_id, note) values (${id}, ${kind}, ${label}, ${lot_id}, ${donor_id}, '')`.execute(
        db,
      );
      const isTheirs = lot_id === null ? sql`lot_id is null and coalesce(donor_id, '') = ${donor_id ?? ''}` : sql`lot_id = ${lot_id}`;
      await sql`update runs set material_id = ${id} where material_id = ${from} and ${isTheirs}`.execute(db);
    }
    await sql`insert into material_splits (material_id, from_id, kind, label, from_lot, from_donor, lot_id, donor_id, runs)
      values (${id}, ${from}, ${kind}, ${label}, ${material.lot_id}, ${material.donor_id}, ${lot_id}, ${donor_id}, ${runs})`.execute(db);
  }
}

/** Counts that were taken with samples were of viable cells. */
async function sayKinds<T>(db: Kysely<T>): Promise<void> {
  const { rows } = await sql<{ readonly id: string; readonly more_metadata: string }>`
    select id, more_metadata from runs where more_metadata like '%"cells"%' or more_metadata like '%"seededCells"%'`.execute(db);
  for (const { id, more_metadata } of rows) {
    const more = JSON.parse(more_metadata) as { readonly cells?: number; readonly seededCells?: number };
    const said = {
      ...more,
      ...(more.cells === undefined ? {} : { cellsKind: 'viable' }),
      ...(more.seededCells === undefined ? {} : { seededCellsKind: 'viable' }),
    };
    await sql`update runs set more_metadata = ${JSON.stringify(said)} where id = ${id}`.execute(db);
  }
}
