import type { SchemaModule } from 'kysely';

/** Small pictures of the gates of a result: made again from the file where they are not there. */
export async function addThumbnails(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('thumbnails')
    .addColumn('result_id', 'text', (c) => c.primaryKey().references('results.id'))
    .addColumn('pictures', 'text', (c) => c.notNull())
    .execute();
}
