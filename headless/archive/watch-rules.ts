import { checkDocumentOf } from '../../core/base/json-document.ts';
import { Problem } from '../../core/base/problem.ts';
import { type WatchRule, watchRuleKind } from '../../core/study/watch/watch-rule.ts';
import type { Database } from './database.ts';
import { protocolVersion } from './documents.ts';
import { inTransaction, logRows } from './log.ts';

/** Rules of watched folders, by name. */
export const watchRules = async (db: Database): Promise<readonly WatchRule[]> =>
  (await db.selectFrom('watch_rules').selectAll().orderBy('name').execute()).map(({ document }) =>
    checkDocumentOf(JSON.parse(document), watchRuleKind),
  );

/** Adds a rule, or puts it in the place of the one of its name. Throws `protocol-unknown` for one that the archive does not keep. */
export async function setWatchRule(db: Database, rule: WatchRule, by: string, at: string): Promise<void> {
  await protocolVersion(db, rule.protocol);
  const row = { name: rule.name, document: JSON.stringify(rule), by, at };
  await inTransaction(db, async (transaction) => {
    await transaction
      .insertInto('watch_rules')
      .values(row)
      .onConflict((c) => c.column('name').doUpdateSet(row))
      .execute();
    await logRows(transaction, 'watch', [{ table: 'watch_rules', key: [rule.name] }]);
  });
}

/** Takes a rule away; its verdicts stay. Throws `watch-rule-unknown`. */
export const removeWatchRule = (db: Database, name: string): Promise<void> =>
  inTransaction(db, async (transaction) => {
    const { numDeletedRows } = await transaction.deleteFrom('watch_rules').where('name', '=', name).executeTakeFirst();
    if (numDeletedRows === 0n) throw new Problem('watch-rule-unknown', unknown, { rule: name });
    await logRows(transaction, 'watch', [{ table: 'watch_rules', key: [name] }]);
  });

const unknown = { en: 'The archive has no watch rule "{rule}".', ja: 'アーカイブに監視ルール「{rule}」がありません。' };
