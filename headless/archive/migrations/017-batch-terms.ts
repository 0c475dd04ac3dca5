import type { SchemaModule } from 'kysely';

/** What a batch asks of the programs that do it. Batches of before have none. */
export async function createBatchTerms(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('batch_terms')
    .addColumn('batch_id', 'text', (c) => c.primaryKey().references('batches.id'))
    .addColumn('priority', 'integer', (c) => c.notNull())
    .addColumn('kernels', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .execute();
}
