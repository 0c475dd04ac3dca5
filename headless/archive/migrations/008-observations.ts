import type { SchemaModule } from 'kysely';

/** What was seen of donors: never changed, voided with a reason. */
export async function createObservations(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('observations')
    .addColumn('seq', 'integer', (c) => c.primaryKey())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('donor', 'text', (c) => c.notNull())
    .addColumn('on', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('observations_of_donor').on('observations').column('donor').execute();
}
