import { randomInt } from 'node:crypto';
import type { CourseExport } from '../../core/study/course/export-course.ts';
import type { Database } from './database.ts';
import { inTransaction, logRows } from './log.ts';

/** By how many weeks the dates of a donor are moved: as before, or drawn now. Never none. */
export async function shiftOf(db: Database, donor: string): Promise<number> {
  const known = await db
    .selectFrom('course_exports')
    .select('weeks')
    .where('donor', '=', donor)
    .where('weeks', 'is not', null)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  if (typeof known?.weeks === 'number') return known.weeks;
  const weeks = randomInt(1, 105);
  return randomInt(2) === 0 ? weeks : -weeks;
}

/** Writes down what was handed out, when and by whom. */
export const logExport = (db: Database, { donor, what, weeks, texts }: CourseExport, by: string, at: string): Promise<void> =>
  inTransaction(db, async (transaction) => {
    const last = await transaction.selectFrom('course_exports').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
    const seq = Number(last?.seq ?? 0) + 1;
    await transaction
      .insertInto('course_exports')
      .values({ seq, donor, what, weeks: weeks ?? null, texts: texts ? 1 : 0, by, at })
      .execute();
    await logRows(transaction, 'course', [{ table: 'course_exports', key: [seq] }]);
  });

/** Everything that was handed out, in order. */
export const courseExports = (
  db: Database,
): Promise<readonly { readonly donor: string; readonly what: string; readonly by: string; readonly at: string }[]> =>
  db.selectFrom('course_exports').selectAll().orderBy('seq').execute();
