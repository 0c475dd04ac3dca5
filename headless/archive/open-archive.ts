import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Kysely, sql, type Transaction } from 'kysely';
import { fileProblem } from '../files/file-source.ts';
import { migrate } from './migrate.ts';
import { archiveNotFound } from './problems.ts';
import type { ArchiveTables } from './schema.ts';

export type Database = Kysely<ArchiveTables> | Transaction<ArchiveTables>;

export interface Archive {
  /** For sentences: the path, or the server and database without its password. */
  readonly name: string;
  readonly kind: 'sqlite' | 'postgres';
  readonly db: Kysely<ArchiveTables>;
  close(): Promise<void>;
}

export const isServer = (place: string): boolean => /^postgres(ql)?:\/\//.test(place);

/**
 * Opens an archive: the path of an SQLite file, or the URL of a PostgreSQL database. A new one is made where `create` says so.
 * Throws a Problem for whatever keeps it shut.
 */
export async function openArchive(place: string, { create = false }: { readonly create?: boolean } = {}): Promise<Archive> {
  const archive = isServer(place) ? await openServer(place) : await openFile(place, create);
  try {
    await migrate(archive.db, archive.name);
    await nameArchive(archive.db);
    return archive;
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
  return archiveOf(file, 'sqlite', new Kysely<ArchiveTables>({ dialect: new LibsqlDialect(file) }));
}

async function openServer(url: string): Promise<Archive> {
  const { host, pathname } = new URL(url);
  const name = `${host}${pathname}`;
  const { GuardedPostgresDialect } = await import('./postgres.ts');
  return archiveOf(name, 'postgres', new Kysely<ArchiveTables>({ dialect: new GuardedPostgresDialect(url, name) }));
}

const archiveOf = (name: string, kind: Archive['kind'], db: Kysely<ArchiveTables>): Archive => ({
  name,
  kind,
  db,
  async close() {
    // libsql leaves the log where it is: a file that is copied or renamed must hold everything itself
    if (kind === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db).catch(() => undefined);
    await db.destroy();
  },
});

async function nameArchive(db: Kysely<ArchiveTables>): Promise<void> {
  await db
    .insertInto('archive_info')
    .values({ name: 'id', value: randomUUID() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
