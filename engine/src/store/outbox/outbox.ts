import { sql } from 'kysely';
import type { Json } from '../../kernel/json.ts';
import { hint } from '../hints/hints.ts';
import type { Tx } from '../open-store.ts';

/** Something that is to be done outside the database because of what was written in it. */
export interface OutboxEntry<Payload = Json> {
  readonly outboxKey: string;
  /** `deliver message`, `start process instance`, `sync timer starts`, ... */
  readonly topic: string;
  readonly payload: Payload;
  /** How often it has been taken, this time included. */
  readonly attempts: number;
}

/** Leaves an entry in this transaction: it is seen by couriers if and when it commits. */
export async function appendOutbox(tx: Tx, topic: string, payload: Json): Promise<void> {
  await sql`insert into outbox (tenant_id, topic, payload) values (current_setting('app.tenant'), ${topic}, ${JSON.stringify(payload)})`.execute(tx);
  hint(tx, { type: 'outbox' });
}

/** Takes entries that are due, oldest first, for `leaseFor` milliseconds; whatever is neither removed nor put off by then is due again. */
export async function takeOutbox(tx: Tx, topics: readonly string[], leaseFor: number, limit: number): Promise<OutboxEntry[]> {
  const { rows } = await sql<{ outbox_key: string; topic: string; payload: string; attempts: number }>`
    with due as (select d.outbox_key from outbox d where d.tenant_id = current_setting('app.tenant') and d.available_at <= now() and d.topic = any(${[...topics]})
      order by d.available_at, d.outbox_key limit ${limit} for update skip locked)
    update outbox o set available_at = now() + ${leaseFor} * interval '1 millisecond', attempts = o.attempts + 1
    from due where o.tenant_id = current_setting('app.tenant') and o.outbox_key = due.outbox_key
    returning o.outbox_key, o.topic, o.payload, o.attempts`.execute(tx);
  return rows
    .toSorted((a, b) => Number(BigInt(a.outbox_key) - BigInt(b.outbox_key)))
    .map((row) => ({ outboxKey: row.outbox_key, topic: row.topic, payload: JSON.parse(row.payload) as Json, attempts: row.attempts }));
}

/** Done. */
export async function removeFromOutbox(tx: Tx, outboxKeys: readonly string[]): Promise<void> {
  await sql`delete from outbox where tenant_id = current_setting('app.tenant') and outbox_key = any(${[...outboxKeys]}::bigint[])`.execute(tx);
}

/** Not done: to be taken again after so many milliseconds. */
export async function putOff(tx: Tx, outboxKey: string, milliseconds: number, error: string): Promise<void> {
  await sql`update outbox set available_at = now() + ${milliseconds} * interval '1 millisecond', last_error = ${error.slice(0, 2000)}
    where tenant_id = current_setting('app.tenant') and outbox_key = ${outboxKey}`.execute(tx);
}
