import type { SchemaModule } from 'kysely';

/** What is known about a sample beyond what has a column of its own: the acquisition that controls share, what an FMO omits, and what comes. */
export async function addMoreMetadata(schema: SchemaModule): Promise<void> {
  await schema
    .alterTable('runs')
    .addColumn('more_metadata', 'text', (c) => c.notNull().defaultTo('{}'))
    .execute();
}
