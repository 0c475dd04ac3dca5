import { canonicalJson } from '../../core/base/chain/canonical-json.ts';
import { Problem } from '../../core/base/problem.ts';
import { blankDigests, type KeptResidual, residualKey } from '../../core/study/residual/kept-residual.ts';
import type { Database } from './database.ts';
import { inTransaction, logRows } from './log.ts';

/**
 * Writes a result of residual cells, once: the same one again is no new one. Gives its id and whether it is new.
 * @throws Problem `residual-kept-otherwise` where the same plan, gates and files had given another result
 */
export const writeResidual = (
  db: Database,
  kept: KeptResidual,
  { by, at }: { readonly by: string; readonly at: string },
): Promise<{ readonly id: string; readonly isNew: boolean }> =>
  inTransaction(db, async (transaction) => {
    const id = residualKey(kept);
    const known = await transaction.selectFrom('residual_results').select('body').where('id', '=', id).executeTakeFirst();
    if (known !== undefined) {
      if (countedIn(JSON.parse(known.body) as KeptResidual) !== countedIn(kept))
        throw new Problem('residual-kept-otherwise', otherwise, { id });
      return { id, isNew: false };
    }
    const last = await transaction.selectFrom('residual_results').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
    const { plan, planSha256, protocol, engine, result, lot = null, donor = null, day = null } = kept;
    await transaction
      .insertInto('residual_results')
      .values({
        ...{ id, seq: Number(last?.seq ?? 0) + 1, lot, donor, day },
        ...{ plan: plan.name, plan_revision: plan.revision, plan_sha256: planSha256, protocol_sha256: protocol.sha256, engine },
        ...{ state: result.state, residual: result.sum?.n ?? 0, among: result.sum?.total ?? 0, upper: result.upper ?? null },
        ...{ blanks: JSON.stringify(blankDigests(kept)), body: JSON.stringify(kept), by, at },
      })
      .execute();
    await logRows(transaction, 'residual', [{ table: 'residual_results', key: [id] }]);
    return { id, isNew: true };
  });

/** What was counted and said, whatever its files are called. */
const countedIn = ({ result: { sum, upper, state, doubts, blanks } }: KeptResidual): string =>
  canonicalJson([sum?.n, sum?.total, upper, state, doubts, blanks?.limits]);

/** Results of a lot, or all of them, the earliest first. */
export async function residualResults(db: Database, lot?: string): Promise<readonly KeptResidual[]> {
  const all = db.selectFrom('residual_results').select('body').orderBy('seq');
  return (await (lot === undefined ? all : all.where('lot', '=', lot)).execute()).map(({ body }) => JSON.parse(body) as KeptResidual);
}

/** The lots of those results, that of the newest first. */
export async function residualLots(db: Database): Promise<readonly string[]> {
  const rows = await db.selectFrom('residual_results').select('lot').orderBy('seq', 'desc').execute();
  return [...new Set(rows.flatMap(({ lot }) => lot ?? []))];
}

const otherwise = {
  en: 'The archive holds another result of the same plan, gates and files ({id}): nothing was changed.',
  ja: 'アーカイブには、同じ計画書・ゲート・ファイルによる異なる結果({id})がすでにあります。変更は行いませんでした。',
};
