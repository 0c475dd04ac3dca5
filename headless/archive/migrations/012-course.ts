import type { SchemaModule } from 'kysely';

/** Templates of hospital tables, and what was handed out of a donor's course. */
export async function createCourse(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('course_templates')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('course_exports')
    .addColumn('seq', 'integer', (c) => c.primaryKey())
    .addColumn('donor', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('weeks', 'integer')
    .addColumn('texts', 'integer', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
}
