import pg from 'pg';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { kyselyOver } from './kysely-over-client.ts';
import { storableText } from './storable.ts';
import { parserOf } from './column-parsers.ts';
import { collectHints, type Hint } from './hints/hints.ts';
import { HINT_CHANNEL, hintSender } from './hints/send-hints.ts';

/** A transaction of one tenant: what every repository function takes first. */
export type Tx = Kysely<Database>;

export interface StoreOptions {
  /** The app's role, never the owner's: see `assertSafeRole`. */
  readonly url: string;
  readonly poolSize?: number;
  /** Told of errors on idle connections; the pool replaces them by itself. */
  readonly onError?: (error: Error) => void;
}

export interface Store {
  /**
   * One transaction that sees this tenant's rows only. Commits when `work` resolves, rolls back when it rejects.
   * A deadlock or serialisation failure runs `work` again, up to three times, so it must have no effect outside the transaction.
   */
  inTenant<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One statement, one transaction, one round trip: for SQL functions that take the tenant themselves. `name` makes it a prepared statement. */
  call<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
  /** Sends hints to whoever listens, soon and best effort. Transactions of `inTenant` do so by themselves after their commit. */
  hint(tenantId: string, hints: readonly Hint[]): void;
  /** For connections of one's own (LISTEN). */
  readonly url: string;
  close(): Promise<void>;
}

const TENANT_ID = /^(?:[A-Za-z0-9_.@+-]{1,255}|\*)$/;
const RETRIED = new Set(['40001', '40P01']);

/** Opens a pool of connections. Connects lazily: an unreachable database shows at the first use. */
export function openStore(options: StoreOptions): Store {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    options: '-c timezone=UTC -c jit=off -c statement_timeout=20s -c idle_in_transaction_session_timeout=60s',
    application_name: 'loopwright',
    types: { getTypeParser: parserOf },
  } as pg.PoolConfig);
  const onError = options.onError ?? (() => undefined);
  pool.on('error', onError);
  // A connection that is lent out has no listener of the pool's, and an error without a listener ends the process.
  pool.on('connect', (client) => void client.on('error', onError));

  const hints = hintSender((payloads) => pool.query('select pg_notify($1, payload) from unnest($2::text[]) payload', [HINT_CHANNEL, payloads]), onError);

  return {
    url: options.url,
    hint: hints.send,
    async inTenant(tenantId, work) {
      if (!TENANT_ID.test(tenantId)) throw new Error(`not a tenant id: ${tenantId}`);
      for (let attempt = 1; ; attempt++) {
        try {
          const { result, left } = await transact(pool, tenantId, work);
          hints.send(tenantId, left);
          return result;
        } catch (error) {
          if (attempt === 3 || !RETRIED.has((error as { code?: string }).code ?? '')) throw error;
        }
      }
    },
    async call(name, text, values) {
      const { rows } = await pool.query({ name, text, values: values.map(storableText) });
      return rows;
    },
    async close() {
      await hints.flush();
      await pool.end();
    },
  };
}

async function transact<T>(pool: pg.Pool, tenantId: string, work: (tx: Tx) => Promise<T>): Promise<{ result: T; left: Hint[] }> {
  const client = await pool.connect();
  let broken = false;
  try {
    const begun = client.query(`begin; set local app.tenant = '${tenantId}'`);
    begun.catch(() => undefined);
    const tx = kyselyOver(client);
    const left = collectHints(tx);
    const result = await work(tx);
    await begun;
    const ended = await client.query('commit');
    if (ended.command === 'ROLLBACK') throw new Error('the transaction had failed and was rolled back');
    return { result, left };
  } catch (error) {
    await client.query('rollback').catch(() => (broken = true));
    throw error;
  } finally {
    client.release(broken);
  }
}
