import { withCellKinds } from '../../core/data/metadata/cell-counts.ts';
import type { SampleMetadata } from '../../core/data/metadata/sample-metadata.ts';
import type { Database } from './database.ts';
import { logRows } from './log.ts';
import type { Archive } from './open-archive.ts';
import { ensureDonor, ensureLot, ensureMaterial, type LotChange, settleLot } from './people-and-lots.ts';
import { piecesOf } from './pieces.ts';
import type { NewRun, Run, RunFile } from './schema.ts';

const runIdOf = (sha256: string, dataset: number): string => `${sha256}:${dataset}`;

/** What a file holds, as import read it. */
export type ReadRun = Omit<
  NewRun,
  'id' | 'imported_at' | 'role' | 'donor_id' | 'lot_id' | 'material_id' | 'day' | 'declared_method' | 'more_metadata'
> & {
  readonly metadata: SampleMetadata;
};

/** Adds the runs of one file and where it lies; runs that are there already stay as they are. Gives how many were new. */
export async function addFile(
  { db }: Archive,
  file: Pick<RunFile, 'path' | 'sha256' | 'size' | 'modified'>,
  runs: readonly ReadRun[],
  now: string,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    let added = 0;
    for (const { metadata, ...run } of runs.map(withoutNul)) {
      const id = runIdOf(run.sha256, run.dataset);
      const known = await transaction.selectFrom('runs').select('id').where('id', '=', id).executeTakeFirst();
      if (known !== undefined) continue;
      const row = { ...run, id, imported_at: now, ...(await linksOf(transaction, metadata)) };
      const { numInsertedOrUpdatedRows = 0n } = await transaction
        .insertInto('runs')
        .values(row)
        .onConflict((c) => c.doNothing())
        .executeTakeFirst();
      added += Number(numInsertedOrUpdatedRows);
    }
    const seen = { ...file, seen_at: now, missing_since: null };
    await transaction
      .insertInto('run_files')
      .values(seen)
      .onConflict((c) => c.column('path').doUpdateSet(seen))
      .execute();
    await transaction.deleteFrom('import_failures').where('path', '=', file.path).execute();
    if (added > 0)
      await logRuns(
        transaction,
        'import',
        runs.map(({ sha256, dataset }) => runIdOf(sha256, dataset)),
        [],
      );
    return added;
  });
}

/** Writes into the log what became of runs, of lots, and of everything that these name. */
async function logRuns(db: Database, kind: 'import' | 'metadata', ids: readonly string[], lots: readonly string[]): Promise<void> {
  const runs = await runsByIds(db, ids);
  const allLots = [...new Set([...lots, ...runs.flatMap(({ lot_id }) => lot_id ?? [])])];
  const ofLots = allLots.length === 0 ? [] : await db.selectFrom('materials').select('id').where('lot_id', 'in', allLots).execute();
  const held = allLots.length === 0 ? [] : await db.selectFrom('lots').select('donor_id').where('id', 'in', allLots).execute();
  const donors = new Set([...runs, ...held].flatMap(({ donor_id }) => donor_id ?? []));
  const materials = new Set([...runs.flatMap(({ material_id }) => material_id ?? []), ...ofLots.map(({ id }) => id)]);
  await logRows(db, kind, [
    ...ids.map((id) => ({ table: 'runs' as const, key: [id] })),
    ...[...donors].map((id) => ({ table: 'donors' as const, key: [id] })),
    ...allLots.map((id) => ({ table: 'lots' as const, key: [id] })),
    ...[...materials].map((id) => ({ table: 'materials' as const, key: [id] })),
  ]);
}

/** A NUL, which hostile keywords may hold, has no place in PostgreSQL's texts. */
const withoutNul = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? part.replaceAll('\u0000', '') : part))) as T;

type Links = Pick<Run, 'role' | 'donor_id' | 'lot_id' | 'material_id' | 'day' | 'declared_method' | 'more_metadata'>;

/** What is said of a run, in columns. Blanks around a text are none of it, and an empty one says nothing. */
async function linksOf(db: Database, metadata: SampleMetadata, lotOf: typeof ensureLot = ensureLot): Promise<Links> {
  const trimmed = Object.entries(withCellKinds(metadata)).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]);
  const said = Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
  const { role, donor, lot, culture, day, declaredMethod, ...more } = said as SampleMetadata;
  return {
    role,
    donor_id: donor === undefined ? null : await ensureDonor(db, donor),
    lot_id: lot === undefined ? null : await lotOf(db, lot, donor),
    material_id: culture === undefined ? null : await ensureCulture(db, culture, lot, donor),
    day: day ?? null,
    declared_method: declaredMethod ?? null,
    more_metadata: JSON.stringify(more),
  };
}

const ensureCulture = (db: Database, label: string, lot: string | undefined, donor: string | undefined): Promise<string> =>
  ensureMaterial(db, { kind: 'culture', label, ...(lot === undefined ? (donor === undefined ? {} : { donor }) : { lot }) });

/**
 * Corrects what is said about a run, or about several, all or none: a lot that had the wrong donor is corrected by correcting its runs together.
 * Their results are stale from then on, since they name what was said before. Throws `lot-other-donor` where a lot would get a second donor.
 */
export async function setMetadata(
  { db }: Archive,
  runs: string | readonly string[],
  said: SampleMetadata | ((runId: string) => SampleMetadata),
): Promise<void> {
  const saidOf = typeof said === 'function' ? said : () => said;
  await db.transaction().execute(async (transaction) => {
    const lots = new Map<string, LotChange>();
    const changeOf = (lot: string) => {
      const change = lots.get(lot) ?? { left: new Set(), claimed: new Set() };
      lots.set(lot, change);
      return change;
    };
    for (const before of await runsByIds(transaction, [runs].flat())) {
      const links = await linksOf(transaction, saidOf(before.id), (_, lot) => ensureLot(transaction, lot));
      await transaction.updateTable('runs').set(links).where('id', '=', before.id).execute();
      if (links.lot_id === before.lot_id && links.donor_id === before.donor_id) continue;
      if (before.lot_id !== null && before.donor_id !== null) changeOf(before.lot_id).left.add(before.donor_id);
      if (links.lot_id !== null && links.donor_id !== null) changeOf(links.lot_id).claimed.add(links.donor_id);
    }
    for (const [lot, change] of [...lots].sort(([a], [b]) => (a < b ? -1 : 1))) await settleLot(transaction, lot, change);
    await logRuns(transaction, 'metadata', [runs].flat(), [...lots.keys()]);
  });
}

/** What is known about runs, as an analysis takes it, by the id of the run. */
export async function metadataOf(db: Database, runs: readonly Run[]): Promise<ReadonlyMap<string, SampleMetadata>> {
  const labels = new Map<string, string>();
  for (const piece of piecesOf([...new Set(runs.flatMap(({ material_id }) => material_id ?? []))], 500))
    for (const { id, label } of await db
      .selectFrom('materials')
      .select(['id', 'label'])
      .where('id', 'in', [...piece])
      .execute())
      labels.set(id, label);
  return new Map(
    runs.map((run) => {
      const culture = labels.get(run.material_id ?? '');
      const metadata = {
        role: run.role as SampleMetadata['role'],
        ...(culture === undefined ? {} : { culture }),
        ...(run.lot_id === null ? {} : { lot: run.lot_id }),
        ...(run.donor_id === null ? {} : { donor: run.donor_id }),
        ...(run.day === null ? {} : { day: run.day }),
        ...(run.declared_method === null ? {} : { declaredMethod: run.declared_method }),
        ...(JSON.parse(run.more_metadata) as Partial<SampleMetadata>),
      };
      return [run.id, metadata];
    }),
  );
}

/** The runs of these ids that are there, in no order. */
export async function runsByIds(db: Database, ids: readonly string[]): Promise<readonly Run[]> {
  const found: Run[] = [];
  for (const piece of piecesOf(ids, 500))
    found.push(
      ...(await db
        .selectFrom('runs')
        .selectAll()
        .where('id', 'in', [...piece])
        .execute()),
    );
  return found;
}

/** Places where the bytes of a digest were last seen, those that are there first. */
export const filesOf = (db: Database, sha256: string): Promise<readonly RunFile[]> =>
  db.selectFrom('run_files').selectAll().where('sha256', '=', sha256).orderBy('missing_since').orderBy('path').execute();

/** Groups of runs that hold the same events under other names or keywords. */
export async function duplicateRuns(db: Database): Promise<readonly (readonly Run[])[]> {
  const doubled = db
    .selectFrom('runs')
    .select('data_sha256')
    .where('events', '>', 0)
    .where('data_sha256', '<>', '')
    .groupBy('data_sha256')
    .having((eb) => eb.fn.countAll(), '>', 1);
  const rows = await db.selectFrom('runs').selectAll().where('data_sha256', 'in', doubled).orderBy('data_sha256').orderBy('id').execute();
  const groups = new Map<string, Run[]>();
  for (const row of rows) groups.set(row.data_sha256, [...(groups.get(row.data_sha256) ?? []), row]);
  return [...groups.values()];
}
