import type { SchemaModule } from 'kysely';

/** Results of residual cells: written once, by what decided them. */
export async function createResidual(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('residual_results')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('seq', 'integer', (c) => c.notNull().unique())
    .addColumn('lot', 'text')
    .addColumn('donor', 'text')
    .addColumn('day', 'double precision')
    .addColumn('plan', 'text', (c) => c.notNull())
    .addColumn('plan_revision', 'integer', (c) => c.notNull())
    .addColumn('plan_sha256', 'text', (c) => c.notNull())
    .addColumn('protocol_sha256', 'text', (c) => c.notNull())
    .addColumn('engine', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('residual', 'bigint', (c) => c.notNull())
    .addColumn('among', 'bigint', (c) => c.notNull())
    .addColumn('upper', 'double precision')
    .addColumn('blanks', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('residual_of_lot').on('residual_results').column('lot').execute();
}
