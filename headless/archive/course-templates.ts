import { type CourseTemplate, parseCourseTemplate } from '../../core/study/course/course-table.ts';
import type { Database } from './database.ts';
import { inTransaction, logRows } from './log.ts';

/** Templates of hospital tables that this archive keeps, by name. */
export const courseTemplates = async (db: Database): Promise<readonly CourseTemplate[]> =>
  (await db.selectFrom('course_templates').select('body').orderBy('name').execute()).map(({ body }) => parseCourseTemplate(body));

/** Keeps a template under its name; one of that name is replaced, which the log tells. */
export const keepTemplate = (db: Database, template: CourseTemplate, by: string, at: string): Promise<void> =>
  inTransaction(db, async (transaction) => {
    const row = { name: template.name, body: JSON.stringify(template), by, at };
    await transaction
      .insertInto('course_templates')
      .values(row)
      .onConflict((c) => c.column('name').doUpdateSet(row))
      .execute();
    await logRows(transaction, 'course', [{ table: 'course_templates', key: [template.name] }]);
  });
