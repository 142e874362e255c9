import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import type pg from 'pg';
import type { Database } from './database.ts';
import { storableText } from './storable.ts';

const known = new WeakMap<pg.ClientBase, Kysely<Database>>();

/** Kysely over one connection that someone else holds and releases. Transactions are the holder's business. */
export function kyselyOver(client: pg.ClientBase): Kysely<Database> {
  let kysely = known.get(client);
  if (!kysely) {
    kysely = new Kysely<Database>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new HeldConnectionDriver(client),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    });
    known.set(client, kysely);
  }
  return kysely;
}

class HeldConnectionDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(client: pg.ClientBase) {
    this.#connection = new HeldConnection(client);
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }
  async beginTransaction(): Promise<void> {
    throw new Error('the transaction is already begun');
  }
  async commitTransaction(): Promise<void> {
    throw new Error('the holder of the connection commits');
  }
  async rollbackTransaction(): Promise<void> {
    throw new Error('the holder of the connection rolls back');
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

class HeldConnection implements DatabaseConnection {
  readonly #client: pg.ClientBase;

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { command, rowCount, rows } = await this.#client.query(sql, parameters.map(storableText));
    return CHANGES.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
  }

  streamQuery(): never {
    throw new Error('rows are read in pages, not streamed');
  }
}
