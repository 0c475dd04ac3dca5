import type { DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely';

/** A driver whose errors come out as `translate` says: the one place where what a database says becomes a sentence. */
export function guardDriver(driver: Driver, translate: (error: unknown) => unknown): Driver {
  const originals = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const original = (connection: DatabaseConnection): DatabaseConnection => originals.get(connection) ?? connection;
  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw translate(error);
    }
  }
  function wrap(connection: DatabaseConnection): DatabaseConnection {
    const wrapped: DatabaseConnection = {
      executeQuery: (query) => guarded(() => connection.executeQuery(query)),
      async *streamQuery<R>(...args: Parameters<DatabaseConnection['streamQuery']>): AsyncIterableIterator<QueryResult<R>> {
        try {
          yield* connection.streamQuery<R>(...args);
        } catch (error) {
          throw translate(error);
        }
      },
    };
    originals.set(wrapped, connection);
    return wrapped;
  }
  return {
    init: () => guarded(() => driver.init()),
    acquireConnection: () => guarded(async () => wrap(await driver.acquireConnection())),
    beginTransaction: (connection, settings: TransactionSettings) => guarded(() => driver.beginTransaction(original(connection), settings)),
    commitTransaction: (connection) => guarded(() => driver.commitTransaction(original(connection))),
    // what failed first is the reason, not that it could not be rolled back any more
    rollbackTransaction: (connection) => driver.rollbackTransaction(original(connection)).catch(() => undefined),
    releaseConnection: (connection) => guarded(() => driver.releaseConnection(original(connection))),
    destroy: () => guarded(() => driver.destroy()),
  };
}
