import type { SchemaModule } from 'kysely';

/** The book of cells: events in order, never changed. What stands is their replay. */
export async function createLedger(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('ledger_events')
    .addColumn('seq', 'integer', (c) => c.primaryKey())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('lot', 'text', (c) => c.notNull())
    .addColumn('on', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('ledger_events_of_lot').on('ledger_events').column('lot').execute();
}
