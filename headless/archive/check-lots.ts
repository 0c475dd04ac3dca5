import { sql } from 'kysely';
import { type Sentence, say, type Values } from '../../core/base/message.ts';
import type { Database } from './database.ts';

/** What two lots, or two donors of one lot, have been mixed up in: no page is broken, but numbers must not be taken across them. */
export interface LotFault {
  readonly kind: 'shared-material' | 'lot-donors';
  readonly what: string;
  /** In every language, filled. */
  readonly message: Sentence;
}

/** Materials that runs of another lot use, and lots that more than one donor is named for. */
export const checkLots = async (db: Database): Promise<readonly LotFault[]> => [
  ...(await sharedMaterials(db)),
  ...(await lotsOfDonors(db)),
];

async function sharedMaterials(db: Database): Promise<readonly LotFault[]> {
  const { rows } = await sql<{
    readonly kind: string;
    readonly label: string;
    readonly own: string | null;
    readonly other: string | null;
    readonly donor: string | null;
    readonly runs: number;
  }>`
    select m.kind, m.label, m.lot_id as own, r.lot_id as other, case when r.lot_id is null then r.donor_id end as donor, count(*) as runs
    from runs r join materials m on m.id = r.material_id
    where r.lot_id is distinct from m.lot_id or (m.lot_id is null and r.donor_id is distinct from m.donor_id)
    group by 1, 2, 3, 4, 5, m.id order by 1, 2, 3, 4, 5`.execute(db);
  return rows.map(({ kind, label, own, other, donor, runs }) =>
    fault('shared-material', `${kind} ${label}`, sentences.shared, {
      kind,
      label,
      own: own ?? '–',
      other: other ?? (donor === null ? '–' : `– (${donor})`),
      runs: Number(runs),
    }),
  );
}

async function lotsOfDonors(db: Database): Promise<readonly LotFault[]> {
  const { rows } = await sql<{ readonly lot: string; readonly donor: string }>`
    select lot, donor from (
      select id as lot, donor_id as donor from lots
      union select lot_id, donor_id from runs
      union select lot_id, donor_id from materials) as named
    where lot is not null and donor is not null order by 1, 2`.execute(db);
  const donors = new Map<string, string[]>();
  for (const { lot, donor } of rows) donors.set(lot, [...(donors.get(lot) ?? []), donor]);
  return [...donors]
    .filter(([, { length }]) => length > 1)
    .map(([lot, named]) => fault('lot-donors', lot, sentences.donors, { lot, donors: named.join(', ') }));
}

const fault = (kind: LotFault['kind'], what: string, sentence: Sentence, values: Values): LotFault => ({
  kind,
  what,
  message: { en: say(sentence, values, 'en'), ja: say(sentence, values, 'ja') },
});

const sentences = {
  shared: {
    en: 'The {kind} "{label}" of lot {own} is used by {runs} runs of lot {other}.',
    ja: 'ロット{own}の「{label}」({kind})を、ロット{other}の測定 {runs}件が使用しています。',
  },
  donors: { en: 'Lot {lot} has more than one donor: {donors}.', ja: 'ロット{lot}に複数のドナーが登録されています: {donors}。' },
} as const;
