import { canonicalJson } from '../../core/base/chain/canonical-json.ts';
import { contentDigest } from '../../core/base/chain/chain.ts';
import { Problem } from '../../core/base/problem.ts';
import { type KeptPlate, plateKey } from '../../core/study/killing/kept-plate.ts';
import { standingPlates } from '../../core/study/killing/standing-plates.ts';
import type { Database } from './database.ts';
import { inTransaction, logRows } from './log.ts';
import { plateCondition } from './plate-condition.ts';
import { parsePlateQuery } from './run-query.ts';

/**
 * Writes a plate with its result, once: the same one again is no new one. Gives its id and whether it is new.
 * @throws Problem `plate-kept-otherwise` where the same plate, definition and engine had given another result
 */
export const writePlate = (
  db: Database,
  kept: KeptPlate,
  { by, at }: { readonly by: string; readonly at: string },
): Promise<{ readonly id: string; readonly isNew: boolean }> =>
  inTransaction(db, async (transaction) => {
    const id = plateKey(kept);
    const known = await transaction.selectFrom('plate_results').select('body').where('id', '=', id).executeTakeFirst();
    if (known !== undefined) {
      // the chart of a control donor grows from plate to plate: what counts is what was measured
      if (lysisIn(JSON.parse(known.body) as KeptPlate) !== lysisIn(kept)) throw new Problem('plate-kept-otherwise', otherwise, { id });
      return { id, isNew: false };
    }
    const last = await transaction.selectFrom('plate_results').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
    const { plate, assay, engine, verdict, lysis } = kept;
    await transaction
      .insertInto('plate_results')
      .values({
        ...{ id, seq: Number(last?.seq ?? 0) + 1, name: plate.name, measured_on: plate.date ?? null, target: assay.target },
        ...{ readout: assay.readout, assay_sha256: contentDigest(assay), engine, verdict, body: JSON.stringify(kept), by, at },
      })
      .execute();
    const rows = lysis.map(({ effector, lot = null, donor = null, method = null, day = null, ratios, lysis: value }, place) => ({
      ...{ plate_id: id, place, effector, lot, donor, method, day, et: ratios.total ?? null, lysis: value },
    }));
    if (rows.length > 0) await transaction.insertInto('plate_lysis').values(rows).execute();
    await logRows(transaction, 'plate', [
      { table: 'plate_results', key: [id] },
      ...rows.map(({ place }) => ({ table: 'plate_lysis' as const, key: [id, place] })),
    ]);
    return { id, isNew: true };
  });

const lysisIn = ({ lysis }: KeptPlate): string => canonicalJson(JSON.parse(JSON.stringify(lysis)));

export interface ListedPlate {
  readonly id: string;
  readonly kept: KeptPlate;
  readonly by: string;
  readonly at: string;
}

/** Plates that a query means by the results that stand, the earliest first: `lysis>=20 target=K562`. */
export async function selectPlates(db: Database, query: string): Promise<readonly ListedPlate[]> {
  const meant = new Set((await resultsOf(db, parsePlateQuery(query))).map(({ id }) => id));
  return standingPlates(await resultsOf(db, [])).filter(({ id }) => meant.has(id));
}

async function resultsOf(db: Database, terms: ReturnType<typeof parsePlateQuery>): Promise<readonly ListedPlate[]> {
  const rows = await db
    .selectFrom('plate_results')
    .select(['id', 'body', 'by', 'at'])
    .where((eb) => (terms.length === 0 ? eb.lit(true) : plateCondition(terms, { of: 'plate' })))
    .orderBy('seq')
    .execute();
  return rows.map(({ id, body, by, at }) => ({ id, kept: JSON.parse(body) as KeptPlate, by, at }));
}

const otherwise = {
  en: 'The archive holds another result of the same plate and definition ({id}): nothing was changed.',
  ja: 'アーカイブには、同じプレートと定義による異なる結果({id})がすでにあります。変更は行いませんでした。',
};
