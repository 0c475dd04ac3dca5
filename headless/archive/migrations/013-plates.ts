import type { SchemaModule } from 'kysely';

/** Plates of cytotoxicity assays with their results: written once, by what decided them. */
export async function createPlates(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('plate_results')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('seq', 'integer', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('measured_on', 'text')
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('readout', 'text', (c) => c.notNull())
    .addColumn('assay_sha256', 'text', (c) => c.notNull())
    .addColumn('engine', 'text', (c) => c.notNull())
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('plate_lysis')
    .addColumn('plate_id', 'text', (c) => c.notNull().references('plate_results.id'))
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('effector', 'text', (c) => c.notNull())
    .addColumn('lot', 'text')
    .addColumn('donor', 'text')
    .addColumn('method', 'text')
    .addColumn('day', 'double precision')
    .addColumn('et', 'double precision')
    .addColumn('lysis', 'double precision', (c) => c.notNull())
    .addPrimaryKeyConstraint('plate_lysis_key', ['plate_id', 'place'])
    .execute();
  await schema.createIndex('plate_lysis_of_lot').on('plate_lysis').column('lot').execute();
}
