import type { SchemaModule } from 'kysely';

/** The log as a chain, and beside it the digest of each row as the log knows it last. */
export async function createLog(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('log')
    .addColumn('seq', 'integer', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('contents', 'text', (c) => c.notNull())
    .addColumn('before', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('content_digests')
    .addColumn('table_name', 'text', (c) => c.notNull())
    .addColumn('row_key', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('content_digests_key', ['row_key', 'table_name'])
    .execute();
}
