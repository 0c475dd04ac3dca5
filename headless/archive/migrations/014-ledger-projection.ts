import type { SchemaModule } from 'kysely';

/** What stands in the book of cells, beside its events. */
export async function createProjection(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('ledger_lots')
    .addColumn('lot', 'text', (c) => c.primaryKey())
    .addColumn('book', 'text', (c) => c.notNull())
    .addColumn('donor', 'text', (c) => c.notNull())
    .addColumn('bags', 'integer', (c) => c.notNull())
    .addColumn('given', 'integer', (c) => c.notNull())
    .addColumn('held', 'integer', (c) => c.notNull())
    .addColumn('deviations', 'integer', (c) => c.notNull())
    .addColumn('discrepancies', 'integer', (c) => c.notNull())
    .addColumn('findings', 'integer', (c) => c.notNull())
    .execute();
  await schema.createIndex('ledger_lots_of_book').on('ledger_lots').column('book').execute();
  await schema
    .createTable('ledger_materials')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('lot', 'text', (c) => c.notNull())
    .addColumn('donor', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('cells', 'bigint')
    .addColumn('frozen', 'integer', (c) => c.notNull())
    .addColumn('location', 'text')
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('parents', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('ledger_materials_of_lot').on('ledger_materials').column('lot').execute();
}
