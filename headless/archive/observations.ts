import { canonicalJson } from '../../core/base/chain/canonical-json.ts';
import { Problem } from '../../core/base/problem.ts';
import { booksOf } from '../../core/biology/ledger/books.ts';
import { type CohortLane, cohortFilter, laneOf } from '../../core/study/course/cohort.ts';
import type { GivenDose } from '../../core/study/course/given-dose.ts';
import type { Observation } from '../../core/study/course/observation.ts';
import type { Database } from './database.ts';
import { refuseNames } from './donor-pattern.ts';
import { ledgerEvents } from './ledger.ts';
import { inTransaction, logRows } from './log.ts';
import { piecesOf } from './pieces.ts';

/** What is kept of a voided observation: which, and why. */
interface Voiding {
  readonly voids: string;
  readonly reason: string;
}

/** Observations that stand, of one donor or of all, in the order they were written. */
export async function observationsOf(db: Database, donor?: string): Promise<readonly Observation[]> {
  const all = db.selectFrom('observations').selectAll().orderBy('seq');
  const rows = await (donor === undefined ? all : all.where('donor', '=', donor)).execute();
  const bodies = rows.map(({ body }) => JSON.parse(body) as Observation | Voiding);
  const voided = new Set(bodies.flatMap((body) => ('voids' in body ? [body.voids] : [])));
  return bodies.filter((body): body is Observation => !('voids' in body) && !voided.has(body.id));
}

/** Donors that the archive knows: from runs, lots, the book of cells and observations. */
export async function knownDonors(db: Database): Promise<ReadonlySet<string>> {
  const [donors, observed, events] = await Promise.all([
    db.selectFrom('donors').select('id').execute(),
    db.selectFrom('observations').select('donor').distinct().execute(),
    ledgerEvents(db),
  ]);
  const collected = events.flatMap(({ kind, body }) => (kind === 'collect' ? [(body as { readonly donor: string }).donor] : []));
  return new Set([...donors.map(({ id }) => id), ...observed.map((row) => row.donor), ...collected]);
}

/** A donor is never made silently. Throws `course-donor-new` with those that the archive does not know. */
export async function refuseUnknownDonors(db: Database, observations: readonly Observation[]): Promise<void> {
  const known = await knownDonors(db);
  const unknown = [...new Set(observations.map(({ donor }) => donor))].filter((donor) => !known.has(donor));
  if (unknown.length > 0) throw new Problem('course-donor-new', fresh, { donors: unknown.join(', ') });
}

/**
 * Writes observations, all of them or none; those that are there already and equal are no new ones. Gives how many were new.
 * @throws Problem `course-twice` where one of the same id says something else
 */
export const writeObservations = (db: Database, given: readonly Observation[], at: string): Promise<number> =>
  inTransaction(db, async (transaction) => {
    const known = new Map(
      (await transaction.selectFrom('observations').select(['id', 'body']).execute()).map(({ id, body }) => [
        id,
        saidBy(JSON.parse(body) as object),
      ]),
    );
    const fresh: Observation[] = [];
    for (const observation of given) {
      const said = known.get(observation.id);
      if (said === undefined) {
        known.set(observation.id, saidBy(observation));
        fresh.push(observation);
      } else if (said !== saidBy(observation)) throw new Problem('course-twice', twice, { id: observation.id });
    }
    const donors = new Set(fresh.map(({ donor }) => donor));
    if (donors.size > 0) {
      const names = await knownDonors(transaction);
      await refuseNames(
        transaction,
        [...donors].filter((donor) => !names.has(donor)),
      );
    }
    await append(
      transaction,
      fresh.map((observation) => ({
        id: observation.id,
        donor: observation.donor,
        on: observation.on,
        body: observation,
        by: observation.by,
      })),
      at,
    );
    return fresh.length;
  });

/** What an observation says, whoever hands it in. */
const saidBy = (observation: object): string => canonicalJson({ ...observation, by: '' });

/** Voids an observation. Throws `course-unknown`. */
export const voidObservation = (
  db: Database,
  id: string,
  { reason, by, at }: { readonly reason: string; readonly by: string; readonly at: string },
): Promise<void> =>
  inTransaction(db, async (transaction) => {
    const found = (await observationsOf(transaction)).find((one) => one.id === id);
    if (found === undefined) throw new Problem('course-unknown', unknown, { id });
    await append(transaction, [{ id: `void ${id}`, donor: found.donor, on: found.on, body: { voids: id, reason }, by }], at);
  });

interface NewRow {
  readonly id: string;
  readonly donor: string;
  readonly on: string;
  readonly body: Observation | Voiding;
  readonly by: string;
}

async function append(db: Database, rows: readonly NewRow[], at: string): Promise<void> {
  if (rows.length === 0) return;
  const last = await db.selectFrom('observations').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const from = Number(last?.seq ?? 0);
  const numbered = rows.map(({ body, ...row }, i) => ({ ...row, seq: from + i + 1, at, body: JSON.stringify(body) }));
  for (const piece of piecesOf(numbered, 50))
    await db
      .insertInto('observations')
      .values([...piece])
      .execute();
  await logRows(
    db,
    'observation',
    numbered.map(({ seq }) => ({ table: 'observations' as const, key: [seq] })),
  );
}

/** Doses that were given or missed by the book of cells, by donor. */
async function allDoses(db: Database): Promise<ReadonlyMap<string, readonly GivenDose[]>> {
  const doses = new Map<string, GivenDose[]>();
  for (const { book } of booksOf(await ledgerEvents(db)))
    for (const { material: id, planned, outcome, given = 0, on, time, nkPercent, cap } of book.doses) {
      const material = book.materials.get(id);
      if (material === undefined || outcome === undefined || on === undefined) continue;
      const own = doses.get(material.donor) ?? [];
      doses.set(material.donor, own);
      own.push({ material: id, lot: material.lot, on, time, outcome, planned, given, nkPercent, cap });
    }
  return doses;
}

/** Doses of a donor by the book of cells, those that were given or missed. */
export const dosesOf = async (db: Database, donor: string): Promise<readonly GivenDose[]> => (await allDoses(db)).get(donor) ?? [];

/** Every donor of a query as a lane, by name. Throws `course-query`. */
export async function cohortOf(db: Database, query: string): Promise<readonly CohortLane[]> {
  const isWanted = cohortFilter(query);
  const [donors, observations, doses] = await Promise.all([knownDonors(db), observationsOf(db), allDoses(db)]);
  const byDonor = new Map<string, Observation[]>();
  for (const one of observations) {
    const own = byDonor.get(one.donor);
    if (own === undefined) byDonor.set(one.donor, [one]);
    else own.push(one);
  }
  return [...donors]
    .sort()
    .map((donor) => laneOf(donor, byDonor.get(donor) ?? [], doses.get(donor) ?? []))
    .filter(isWanted);
}

const twice = { en: 'There is another observation "{id}" already.', ja: '同じIDで内容の異なる記録「{id}」がすでにあります。' };
const unknown = { en: 'There is no observation "{id}".', ja: '記録「{id}」はありません。' };
const fresh = {
  en: 'The archive does not know the donors {donors}: say that they are new (--new-donors) and they are known from now on.',
  ja: 'アーカイブにないドナーです({donors})。新規ドナーとして登録する場合は、その旨を指定してください(--new-donors)。',
};
