import { type Driver, PostgresDialect, type PostgresDialectConfig } from 'kysely';
import pg from 'pg';
import { applicationName } from '../host/worker-name.ts';
import { guardDriver } from './guarded-driver.ts';
import { postgresProblem } from './problems.ts';

const INT8 = 20;

/** Whole numbers are numbers: none here comes near 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format)),
};

export class GuardedPostgresDialect extends PostgresDialect {
  readonly #name: string;

  constructor(pool: pg.Pool, name: string) {
    super({ pool } satisfies PostgresDialectConfig);
    this.#name = name;
  }

  override createDriver(): Driver {
    return guardDriver(super.createDriver(), (error) => postgresProblem(this.#name, error));
  }
}

/** Connections to a server, by which others see on which machine this program works. */
export function serverConnections(url: string, most: number): pg.Pool {
  const pool = new pg.Pool({
    ...{ connectionString: url, max: most, types, connectionTimeoutMillis: 10_000, keepAlive: true },
    application_name: applicationName(),
  });
  // a server that goes away while a connection rests, in the pool or between two queries, is said by the next query
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
