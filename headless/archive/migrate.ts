import { type Kysely, sql } from 'kysely';
import { ledgerEvents } from './ledger.ts';
import { project } from './ledger-projection.ts';
import { sealRows } from './log.ts';
import { createArchive } from './migrations/001-archive.ts';
import { addMoreMetadata } from './migrations/002-more-metadata.ts';
import { addSameRun } from './migrations/003-same-run.ts';
import { keepLotsApart } from './migrations/004-lots-apart.ts';
import { createLog } from './migrations/005-log.ts';
import { addThumbnails } from './migrations/006-thumbnails.ts';
import { createLedger } from './migrations/007-ledger.ts';
import { createObservations } from './migrations/008-observations.ts';
import { createClaims } from './migrations/009-claims.ts';
import { createResidual } from './migrations/010-residual.ts';
import { createWatch } from './migrations/011-watch.ts';
import { createCourse } from './migrations/012-course.ts';
import { createPlates } from './migrations/013-plates.ts';
import { createProjection } from './migrations/014-ledger-projection.ts';
import { createBatchPlates } from './migrations/015-batch-plates.ts';
import { createIndexes } from './migrations/016-indexes.ts';
import { createBatchTerms } from './migrations/017-batch-terms.ts';
import { archiveNewer } from './problems.ts';
import type { ArchiveTables } from './schema.ts';

/** In order; the schema's version is how many have run. One is never changed once it was released. */
const migrations: readonly ((db: Kysely<ArchiveTables>) => Promise<void>)[] = [
  ({ schema }) => createArchive(schema),
  ({ schema }) => addMoreMetadata(schema),
  ({ schema }) => addSameRun(schema),
  keepLotsApart,
  // what stands is taken into the log as it is
  async (db) => {
    await createLog(db.schema);
    await sealRows(db);
  },
  ({ schema }) => addThumbnails(schema),
  ({ schema }) => createLedger(schema),
  ({ schema }) => createObservations(schema),
  ({ schema }) => createClaims(schema),
  ({ schema }) => createResidual(schema),
  ({ schema }) => createWatch(schema),
  ({ schema }) => createCourse(schema),
  ({ schema }) => createPlates(schema),
  // books of before are replayed
  async (db) => {
    await createProjection(db.schema);
    await project(db, await ledgerEvents(db));
  },
  ({ schema }) => createBatchPlates(schema),
  ({ schema }) => createIndexes(schema),
  ({ schema }) => createBatchTerms(schema),
];

export const schemaVersion = migrations.length;

/**
 * Brings an archive to this software's schema: all steps in one transaction, so that a death in the midst leaves the old schema.
 * Throws `archive-newer` for an archive that a later version wrote. Gives whether there was anything to do.
 */
export async function migrate(db: Kysely<ArchiveTables>, name: string, to = schemaVersion): Promise<boolean> {
  if ((await versionOf(db, name)) >= to) return false;
  return db.transaction().execute(async (transaction) => {
    // two programs may open a new archive at once: the second waits here, and finds it made
    await lockSchema(transaction);
    const from = await versionOf(transaction, name);
    if (from >= to) return false;
    for (const step of migrations.slice(from, to)) await step(transaction);
    await sql`delete from schema_version`.execute(transaction);
    await sql`insert into schema_version (version) values (${to})`.execute(transaction);
    return true;
  });
}

async function versionOf(db: Kysely<ArchiveTables>, name: string): Promise<number> {
  const tables = await db.introspection.getTables();
  if (!tables.some((table) => table.name === 'schema_version')) return 0;
  const { rows } = await sql<{ readonly version: number }>`select version from schema_version`.execute(db);
  const version = rows[0]?.version ?? 0;
  if (version > schemaVersion) throw archiveNewer(name, version, schemaVersion);
  return version;
}

async function lockSchema(db: Kysely<ArchiveTables>): Promise<void> {
  // PostgreSQL alone has advisory locks; SQLite's transaction has the whole file already
  if (db.getExecutor().adapter.supportsTransactionalDdl) await sql`select pg_advisory_xact_lock(4719350)`.execute(db);
  await sql`create table if not exists schema_version (version integer not null)`.execute(db);
}
