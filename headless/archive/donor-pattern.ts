import { Problem } from '../../core/base/problem.ts';
import type { Database } from './database.ts';
import { inTransaction, logRows } from './log.ts';

const NAME = 'donor-pattern';
/** Where the laboratory says nothing: letters and digits of ASCII with a digit among them, and no date. Names are none. */
const usual = String.raw`(?=.*\d)(?!.*(?:19|20)\d{2}[-._]?(?:0[1-9]|1[0-2])[-._]?\d{2})[A-Za-z0-9][A-Za-z0-9._-]{0,63}`;

/** Sets how pseudonyms are formed. Throws `course-pattern`. */
export async function setDonorPattern(db: Database, pattern: string): Promise<void> {
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    throw new Problem('course-pattern', noPattern, { pattern });
  }
  await inTransaction(db, async (transaction) => {
    const row = { name: NAME, value: pattern };
    await transaction
      .insertInto('archive_info')
      .values(row)
      .onConflict((c) => c.column('name').doUpdateSet(row))
      .execute();
    await logRows(transaction, 'course', [{ table: 'archive_info', key: [NAME] }]);
  });
}

/** How the laboratory forms pseudonyms, where it said so. */
export const donorPattern = async (db: Database): Promise<string | undefined> =>
  (await db.selectFrom('archive_info').select('value').where('name', '=', NAME).executeTakeFirst())?.value;

/** Throws `course-pseudonym` with the first new donor that is named otherwise than the laboratory names them. */
export async function refuseNames(db: Database, donors: readonly string[]): Promise<void> {
  const pattern = new RegExp(`^(?:${(await donorPattern(db)) ?? usual})$`, 'u');
  const other = donors.find((donor) => !pattern.test(donor));
  if (other !== undefined) throw new Problem('course-pseudonym', noPseudonym, { donor: other });
}

const noPattern = { en: '"{pattern}" is no regular expression.', ja: '「{pattern}」は正規表現として読み取れません。' };
const noPseudonym = {
  en: '"{donor}" is no pseudonym as this laboratory forms them: names, birthdays and addresses have no place here.',
  ja: '「{donor}」はこの施設の仮名の形式に合いません。氏名・生年月日・住所は登録できません。',
};
