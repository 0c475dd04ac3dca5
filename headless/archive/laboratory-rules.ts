import { checkDocumentOf } from '../../core/base/json-document.ts';
import { type LaboratoryRules, laboratoryRulesSchema } from '../../core/biology/ledger/entry/laboratory-rules.ts';
import type { Database } from './database.ts';
import { donorPattern, setDonorPattern } from './donor-pattern.ts';
import { inTransaction, logRows } from './log.ts';

const NAME = 'ledger rules';
const kind = {
  code: 'rules-invalid',
  name: { en: 'rules of the book', ja: '台帳の記入規則' },
  schema: laboratoryRulesSchema,
};

/** What the laboratory asks of new entries of the book; pseudonyms are formed as everywhere in the archive. */
export async function laboratoryRules(db: Database): Promise<LaboratoryRules> {
  const row = await db.selectFrom('archive_info').select('value').where('name', '=', NAME).executeTakeFirst();
  const pseudonym = await donorPattern(db);
  return { ...(row === undefined ? {} : checkDocumentOf(JSON.parse(row.value), kind)), ...(pseudonym === undefined ? {} : { pseudonym }) };
}

/** Sets them; what was written before stays as it is. */
export const setLaboratoryRules = (db: Database, { pseudonym, ...rules }: LaboratoryRules): Promise<void> => {
  const row = { name: NAME, value: JSON.stringify(checkDocumentOf(rules, kind)) };
  return inTransaction(db, async (transaction) => {
    if (pseudonym !== undefined && pseudonym !== (await donorPattern(transaction))) await setDonorPattern(transaction, pseudonym);
    await transaction
      .insertInto('archive_info')
      .values(row)
      .onConflict((c) => c.column('name').doUpdateSet(row))
      .execute();
    await logRows(transaction, 'archive', [{ table: 'archive_info', key: [row.name] }]);
  });
};
