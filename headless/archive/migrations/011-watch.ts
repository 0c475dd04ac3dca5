import type { SchemaModule } from 'kysely';

/** Watched folders: their rules, what became of their files, and which program is at which file. */
export async function createWatch(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('watch_rules')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('document', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('watch_verdicts')
    .addColumn('seq', 'integer', (c) => c.primaryKey())
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('path', 'text', (c) => c.notNull())
    .addColumn('size', 'bigint', (c) => c.notNull())
    .addColumn('modified', 'double precision', (c) => c.notNull())
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('watch_verdicts_of_file').on('watch_verdicts').columns(['rule', 'path']).execute();
  await schema
    .createTable('watch_claims')
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('path', 'text', (c) => c.notNull())
    .addColumn('worker', 'text', (c) => c.notNull())
    .addColumn('until', 'double precision', (c) => c.notNull())
    .addPrimaryKeyConstraint('watch_claims_key', ['rule', 'path'])
    .execute();
}
