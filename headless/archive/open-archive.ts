import { randomUUID } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Kysely, sql, type Transaction } from 'kysely';
import { Problem } from '../../core/base/problem.ts';
import { fileProblem } from '../files/file-source.ts';
import { migrate } from './migrate.ts';
import { archiveNotFound } from './problems.ts';
import type { ArchiveTables } from './schema.ts';

export type Database = Kysely<ArchiveTables> | Transaction<ArchiveTables>;

export interface Archive {
  /** For sentences: the path, or the server and database without its password. */
  readonly name: string;
  readonly kind: 'sqlite' | 'postgres';
  /** This account may only read it. */
  readonly readOnly: boolean;
  /** It was of an earlier schema when it was opened. */
  readonly wasLifted: boolean;
  readonly db: Kysely<ArchiveTables>;
  close(): Promise<void>;
}

export const isServer = (place: string): boolean => /^postgres(ql)?:\/\//.test(place);

/**
 * Opens an archive: the path of an SQLite file, or the URL of a PostgreSQL database. A new one is made where `create` says so; one that this
 * account may not write is opened for reading. Throws a Problem for whatever keeps it shut.
 */
export async function openArchive(place: string, { create = false }: { readonly create?: boolean } = {}): Promise<Archive> {
  const archive = isServer(place) ? await openServer(place) : await openFile(place, create);
  try {
    const wasLifted = await migrate(archive.db, archive.name);
    if (archive.kind === 'postgres') return { ...archive, wasLifted, readOnly: !(await nameArchive(archive.db, true)) };
    if (!archive.readOnly) await nameArchive(archive.db);
    return { ...archive, wasLifted };
  } catch (error) {
    await archive.close();
    throw error;
  }
}

async function openFile(place: string, create: boolean): Promise<Archive> {
  const file = path.resolve(place);
  if (!existsSync(file)) {
    if (!create) throw archiveNotFound(place);
    await mkdir(path.dirname(file), { recursive: true }).catch((error: unknown) => {
      throw fileProblem(file, error);
    });
  }
  const { LibsqlDialect } = await import('./sqlite.ts');
  const open = (readOnly: boolean) =>
    archiveOf(file, 'sqlite', readOnly, new Kysely<ArchiveTables>({ dialect: new LibsqlDialect(file, readOnly) }));
  if (existsSync(file) && !(await isWritable(file))) return open(true);
  return open(false);
}

/** Whether this account may write the file, and its log beside it. */
const isWritable = (file: string): Promise<boolean> =>
  Promise.all([access(file, constants.W_OK), access(path.dirname(file), constants.W_OK)]).then(
    () => true,
    () => false,
  );

async function openServer(url: string): Promise<Archive> {
  const { host, pathname } = new URL(url);
  const name = `${host}${pathname}`;
  const { GuardedPostgresDialect } = await import('./postgres.ts');
  return archiveOf(name, 'postgres', false, new Kysely<ArchiveTables>({ dialect: new GuardedPostgresDialect(url, name) }));
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
    await db
      .insertInto('archive_info')
      .values({ name: 'id', value: randomUUID() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return true;
  } catch (error) {
    if (mayFail && error instanceof Problem && error.code === 'archive-read-only') return false;
    throw error;
  }
}
