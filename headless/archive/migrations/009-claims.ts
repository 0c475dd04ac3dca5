import type { SchemaModule } from 'kysely';

/** Which program does which runs of a batch just now, and until when that holds. */
export async function createClaims(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('batch_claims')
    .addColumn('batch_id', 'text', (c) => c.notNull().references('batches.id'))
    .addColumn('run_id', 'text', (c) => c.notNull())
    .addColumn('worker', 'text', (c) => c.notNull())
    .addColumn('until', 'double precision', (c) => c.notNull())
    .addPrimaryKeyConstraint('batch_claims_key', ['batch_id', 'run_id'])
    .execute();
}
