import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { CompiledQuery, type DatabaseConnection, type Driver, SqliteDialect, type SqliteDialectConfig, SqliteDriver } from 'kysely';
import Libsql from 'libsql';
import { guardDriver } from './guarded-driver.ts';
import { noteOpened } from './opened-files.ts';
import { archiveUnsettled, BUSY_SECONDS, sqliteProblem } from './problems.ts';

/** One connection to one file: write-ahead log, foreign keys, every commit forced to disk. */
function openSqlite(file: string): Libsql.Database {
  let database: Libsql.Database | undefined;
  try {
    database = new Libsql(file);
    database.exec(`pragma busy_timeout = ${BUSY_SECONDS * 1000}`);
    database.exec('pragma journal_mode = wal');
    database.exec('pragma synchronous = full');
    database.exec('pragma foreign_keys = on');
    return database;
  } catch (error) {
    database?.close();
    throw sqliteProblem(file, error);
  }
}

/**
 * A file that this account may not write: nothing is made beside it. What another account writes meanwhile is not seen, so that a log with
 * something in it is refused (`archive-unsettled`).
 */
function openUnchanging(file: string): Libsql.Database {
  if (sizeOf(`${file}-wal`) > 0) throw archiveUnsettled(file);
  try {
    // an address, since only there can be said that nobody changes it: readers of a write-ahead log would write beside it
    return new Libsql(`${pathToFileURL(file).href}?immutable=1`, { readonly: true });
  } catch (error) {
    throw sqliteProblem(file, error);
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Kysely over libsql, whose calls are those of better-sqlite3. */
export class LibsqlDialect extends SqliteDialect {
  readonly #file: string;
  readonly #database: Libsql.Database;

  constructor(file: string, readOnly = false) {
    const database = readOnly ? openUnchanging(file) : openSqlite(file);
    noteOpened(file);
    super({ database: database as unknown as NonNullable<SqliteDialectConfig['database']> });
    this.#file = file;
    this.#database = database;
  }

  override createDriver(): Driver {
    const driver = new ImmediateDriver({ database: this.#database as unknown as NonNullable<SqliteDialectConfig['database']> });
    return guardDriver(driver, (error) => sqliteProblem(this.#file, error));
  }
}

/** A transaction that reads first and writes later would fail at once where another program wrote in between: the lock is taken at its start. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
