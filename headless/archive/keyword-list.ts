import { Problem } from '../../core/base/problem.ts';
import { foldKeyword } from '../../core/data/metadata/personal-keywords.ts';
import type { Database } from './database.ts';
import { inTransaction, logRows } from './log.ts';

/* Keywords that a laboratory has its archive keep beside those of instrument and acquisition, each with a reason. */

const PREFIX = 'keyword ';

export interface KeptKeyword {
  readonly keyword: string;
  readonly reason: string;
}

export async function listKeptKeywords(db: Database): Promise<readonly KeptKeyword[]> {
  const rows = await db.selectFrom('archive_info').selectAll().where('name', 'like', `${PREFIX}%`).orderBy('name').execute();
  return rows.map(({ name, value }) => ({ keyword: name.slice(PREFIX.length), reason: value }));
}

/** Their names as `isKept` takes them. */
export const keptNames = async (db: Database): Promise<ReadonlySet<string>> =>
  new Set((await listKeptKeywords(db)).map(({ keyword }) => foldKeyword(keyword)));

/** Keeps the values of a keyword from now on. Throws `reason-missing`. */
export const keepKeyword = (db: Database, { keyword, reason }: KeptKeyword): Promise<void> => {
  if (reason.trim() === '') throw new Problem('reason-missing', reasonMissing);
  const row = { name: `${PREFIX}${keyword.toUpperCase()}`, value: reason.trim() };
  return inTransaction(db, async (transaction) => {
    await transaction
      .insertInto('archive_info')
      .values(row)
      .onConflict((c) => c.column('name').doUpdateSet(row))
      .execute();
    await logRows(transaction, 'archive', [{ table: 'archive_info', key: [row.name] }]);
  });
};

const reasonMissing = {
  en: 'To keep a keyword in the archive needs a reason.',
  ja: 'キーワードをアーカイブに保存するには理由の入力が必要です。',
};
