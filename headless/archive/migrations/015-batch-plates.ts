import type { SchemaModule } from 'kysely';

/** Plates that a batch measures again: chosen when it begins, what stood beside what it gave. */
export async function createBatchPlates(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('batch_plates')
    .addColumn('batch_id', 'text', (c) => c.notNull().references('batches.id'))
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('before_id', 'text', (c) => c.notNull().references('plate_results.id'))
    .addColumn('after_id', 'text', (c) => c.references('plate_results.id'))
    .addColumn('error', 'text')
    .addPrimaryKeyConstraint('batch_plates_key', ['batch_id', 'place'])
    .execute();
}
