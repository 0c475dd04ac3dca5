import { canonicalJson } from '../../core/base/chain/canonical-json.ts';
import type { BookEntry, OverrideBook } from '../../core/study/overrides/override-book.ts';
import { bookEntrySchema, emptyBook } from '../../core/study/overrides/override-book.ts';
import type { GatesOfPersons } from '../../core/study/overrides/placed-gates.ts';
import type { Database } from './database.ts';
import { inTransaction, logRows } from './log.ts';

/** Everything that persons decided about gates of single files. */
export async function overrideBook(db: Database, protocolSha256?: string): Promise<OverrideBook> {
  const all = db.selectFrom('overrides').selectAll().orderBy('sha256').orderBy('dataset').orderBy('population').orderBy('version');
  const rows = await (protocolSha256 === undefined ? all : all.where('protocol_sha256', '=', protocolSha256)).execute();
  return {
    ...emptyBook,
    entries: rows.map(({ protocol_sha256, gate, ...row }) =>
      bookEntrySchema.parse({ ...row, protocolSha256: protocol_sha256, to: gate === null ? null : JSON.parse(gate) }),
    ),
  };
}

/** Adds a decision as a new version; what stood before stays. */
export const addOverride = (db: Database, entry: Omit<BookEntry, 'version'>): Promise<void> =>
  inTransaction(db, (transaction) => add(transaction, entry));

async function add(db: Database, entry: Omit<BookEntry, 'version'>): Promise<void> {
  const { protocolSha256, to, ...row } = entry;
  const earlier = await db
    .selectFrom('overrides')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('sha256', '=', row.sha256)
    .where('dataset', '=', row.dataset)
    .where('protocol_sha256', '=', protocolSha256)
    .where('population', '=', row.population)
    .executeTakeFirst();
  const version = (earlier?.version ?? 0) + 1;
  await db
    .insertInto('overrides')
    .values({
      ...row,
      protocol_sha256: protocolSha256,
      gate: to === null ? null : JSON.stringify(to),
      version,
    })
    .execute();
  await logRows(db, 'override', [{ table: 'overrides', key: [row.sha256, row.dataset, protocolSha256, row.population, version] }]);
}

/**
 * Brings here what persons of a session decided about gates of single files under a protocol: a gate that stands as it is gets no new
 * version, and one that was taken back there is taken back here, unless somebody else has placed another one since.
 */
export async function placeGates(db: Database, { placed, takenBack }: GatesOfPersons, protocolSha256: string): Promise<void> {
  const { entries } = await overrideBook(db, protocolSha256);
  const latest = new Map(entries.map((entry) => [keyOf(entry), entry]));
  for (const gate of placed)
    if (canonicalJson(latest.get(keyOf(gate))?.to ?? null) !== canonicalJson(gate.to)) await addOverride(db, { ...gate, protocolSha256 });
  for (const { placedAt, ...gate } of takenBack) {
    const standing = latest.get(keyOf(gate));
    if (standing === undefined || standing.to === null || !placedAt.includes(standing.at)) continue;
    await addOverride(db, { ...gate, protocolSha256, to: null, reason: TAKEN_BACK });
  }
}

const TAKEN_BACK = 'taken back in the session';
const keyOf = ({ sha256, dataset, population }: Pick<BookEntry, 'sha256' | 'dataset' | 'population'>): string =>
  `${sha256} ${dataset} ${population}`;

/** Takes over a book that was kept in a file: versions that are there already stay. */
export const importBook = (db: Database, { entries }: OverrideBook): Promise<void> =>
  inTransaction(db, async (transaction) => {
    for (const { protocolSha256, to, ...row } of entries)
      await transaction
        .insertInto('overrides')
        .values({ ...row, protocol_sha256: protocolSha256, gate: to === null ? null : JSON.stringify(to) })
        .onConflict((c) => c.doNothing())
        .execute();
    await logRows(
      transaction,
      'override',
      entries.map(({ sha256, dataset, protocolSha256, population, version }) => ({
        table: 'overrides',
        key: [sha256, dataset, protocolSha256, population, version],
      })),
    );
  });
