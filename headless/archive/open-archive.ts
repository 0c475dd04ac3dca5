import { randomUUID } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Kysely, sql } from 'kysely';
import type { Pool } from 'pg';
import { Problem } from '../../core/base/problem.ts';
import { fileProblem } from '../files/file-source.ts';
import { certificateFolder } from '../host/settings-folder.ts';
import { partOf, putInPlace, removePart } from './file-parts.ts';
import { logRows } from './log.ts';
import { APPLICATION_ID, lookAtFile, ownTables } from './look-at-file.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { archiveExists, archiveForeign, archiveNotFound } from './problems.ts';
import type { ArchiveTables } from './schema.ts';
import { connectionUrl, parseServerAddress } from './server-url.ts';

export interface Archive {
  /** For sentences: the path, or the server and database without its password. */
  readonly name: string;
  readonly kind: 'sqlite' | 'postgres';
  /** This account may only read it. */
  readonly readOnly: boolean;
  /** It was of an earlier schema when it was opened. */
  readonly wasLifted: boolean;
  readonly db: Kysely<ArchiveTables>;
  /** More connections to the database, for what needs its own; absent where the archive is a file. Who takes them ends them. */
  readonly connections?: ((most: number) => Pool) | undefined;
  close(): Promise<void>;
}

export const isServer = (place: string): boolean => /^postgres(ql)?:\/\//.test(place);

/**
 * Opens an archive: the path of an SQLite file, or the URL of a PostgreSQL database. What is there is looked at first and left as it is where it
 * is no archive of this software; one that this account may not write is opened for reading. A new one is made where `create` says so and nothing is.
 * Throws a Problem for whatever keeps it shut.
 */
export async function openArchive(place: string, { create = false }: { readonly create?: boolean } = {}): Promise<Archive> {
  const archive = isServer(place) ? await openServer(place, create) : await openFile(place, create);
  return ready(archive, () => archive.close());
}

/** Makes a new archive and opens it. Throws `archive-exists` where something is. */
export async function newArchive(place: string): Promise<Archive> {
  if (!isServer(place) && existsSync(path.resolve(place))) throw archiveExists(place);
  if (isServer(place) && !(await isEmptyServer(place))) throw archiveExists(new URL(place).pathname.slice(1));
  return openArchive(place, { create: true });
}

async function ready(archive: Archive, close: () => Promise<void>): Promise<Archive> {
  try {
    const wasLifted = await migrate(archive.db, archive.name);
    if (archive.kind === 'postgres') return { ...archive, wasLifted, readOnly: !(await nameArchive(archive.db, true)) };
    if (!archive.readOnly) {
      await nameArchive(archive.db);
      await markFile(archive.db);
    }
    return { ...archive, wasLifted };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openFile(place: string, create: boolean): Promise<Archive> {
  const file = path.resolve(place);
  if (!existsSync(file)) {
    if (!create) throw archiveNotFound(place);
    await makeFile(file).catch((error: unknown) => {
      throw fileProblem(file, error);
    });
  }
  await lookAtFile(file, schemaVersion);
  return openAs(file, !(await isWritable(file)));
}

async function openAs(file: string, readOnly: boolean): Promise<Archive> {
  const { LibsqlDialect } = await import('./sqlite.ts');
  return archiveOf(file, 'sqlite', readOnly, new Kysely<ArchiveTables>({ dialect: new LibsqlDialect(file, readOnly) }));
}

/** Made beside its place and put there whole, and only where nothing is: a death leaves no archive, or all of it. */
async function makeFile(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const part = partOf(file);
  try {
    const made = await openAs(part, false);
    await ready(made, () => made.close());
    await made.close();
    await putInPlace(part, file, false);
  } catch (error) {
    // another program was first
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await removePart(part);
  }
}

/** Whether this account may write the file, and its log beside it. */
const isWritable = (file: string): Promise<boolean> =>
  Promise.all([access(file, constants.W_OK), access(path.dirname(file), constants.W_OK)]).then(
    () => true,
    () => false,
  );

async function isEmptyServer(url: string): Promise<boolean> {
  const { db, close } = await connect(url);
  return db.introspection
    .getTables()
    .then((tables) => tables.length === 0)
    .finally(close);
}

async function connect(url: string): Promise<Archive> {
  const { host, pathname } = new URL(parseServerAddress(url).url);
  const name = `${host}${pathname}`;
  const { GuardedPostgresDialect, serverConnections } = await import('./postgres.ts');
  const connections = (most: number): Pool => serverConnections(connectionUrl(url, certificateFolder()), most);
  const archive = archiveOf(
    name,
    'postgres',
    false,
    new Kysely<ArchiveTables>({ dialect: new GuardedPostgresDialect(connections(4), name) }),
  );
  return { ...archive, connections };
}

async function openServer(url: string, create: boolean): Promise<Archive> {
  const archive = await connect(url);
  return lookAtServer(archive, create).catch(async (error: unknown) => {
    await archive.close();
    throw error;
  });
}

/** A database with tables of somebody else is left as it is; one without any becomes an archive only where it is asked for. */
async function lookAtServer(archive: Archive, create: boolean): Promise<Archive> {
  const names = new Set((await archive.db.introspection.getTables()).map(({ name }) => name));
  if (names.size === 0 && !create) throw archiveNotFound(archive.name);
  if (names.size > 0 && !ownTables.every((own) => names.has(own))) throw archiveForeign(archive.name);
  return archive;
}

const archiveOf = (name: string, kind: Archive['kind'], readOnly: boolean, db: Kysely<ArchiveTables>): Archive => ({
  name,
  kind,
  readOnly,
  wasLifted: false,
  db,
  async close() {
    // libsql leaves the log where it is: a file that is copied or renamed must hold everything itself
    if (kind === 'sqlite' && !readOnly) await sql`pragma wal_checkpoint(truncate)`.execute(db).catch(() => undefined);
    await db.destroy();
  },
});

/** Gives an archive its id, once. False where this account may only read and `mayFail`. */
async function nameArchive(db: Kysely<ArchiveTables>, mayFail = false): Promise<boolean> {
  try {
    await db.transaction().execute(async (transaction) => {
      const { numInsertedOrUpdatedRows = 0n } = await transaction
        .insertInto('archive_info')
        .values({ name: 'id', value: randomUUID() })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows > 0n) await logRows(transaction, 'archive', [{ table: 'archive_info', key: ['id'] }]);
    });
    return true;
  } catch (error) {
    if (mayFail && error instanceof Problem && error.code === 'archive-read-only') return false;
    throw error;
  }
}

/** The file says in its header whose it is. */
async function markFile(db: Kysely<ArchiveTables>): Promise<void> {
  const { rows } = await sql<{ readonly application_id: number }>`pragma application_id`.execute(db);
  if (rows[0]?.application_id !== APPLICATION_ID) await sql`pragma application_id = ${sql.lit(APPLICATION_ID)}`.execute(db);
}
