import { sql } from 'kysely';
import type { Variables } from '../../kernel/json.ts';
import { actorOf, actorTypes, type Actor } from '../audit/actor.ts';
import { hint } from '../hints/hints.ts';
import type { Tx } from '../open-store.ts';

export interface NewMessage {
  readonly name: string;
  /** Empty: only starts instances. */
  readonly correlationKey: string;
  /** A second message of the same name, key and id is refused for as long as the first lives. */
  readonly messageId: string | null;
  /** Milliseconds. With 0 it reaches whoever waits now, or nobody. */
  readonly timeToLive: number;
  readonly variables: Variables;
  readonly actor: Actor;
}

/** Where a message is on its way to. `subscriptionKey` is null where it started the instance. */
export interface Reservation {
  readonly processInstanceKey: string;
  readonly subscriptionKey: string | null;
}

export type Publication =
  | { readonly kind: 'published'; readonly messageKey: string; readonly reservations: readonly Reservation[] }
  | { readonly kind: 'already published' };

/**
 * Buffers a message and reserves it for one waiting instance of each process, and starts instances where its name starts them. What follows
 * (delivering, starting) stands in the outbox.
 */
export async function publishMessage(tx: Tx, message: NewMessage): Promise<Publication> {
  const { actor } = message;
  const { rows } = await sql<{ key: string | null }>`
    select publish_message(${message.name}, ${message.correlationKey}, ${message.messageId}, ${JSON.stringify(message.variables)}, ${message.timeToLive}::bigint,
      ${actorTypes[actor.type]}, ${actor.id}, ${actor.name}) as key`.execute(tx);
  const messageKey = rows[0]!.key;
  if (messageKey === null) return { kind: 'already published' };
  const reservations = await tx.selectFrom('correlations').where('message_key', '=', messageKey)
    .select(['process_instance_key', 'message_subscription_key', 'state']).orderBy('message_subscription_key').execute();
  hint(tx, { type: 'outbox' });
  return {
    kind: 'published', messageKey,
    reservations: reservations.map((row) => ({
      processInstanceKey: row.process_instance_key, subscriptionKey: row.state === 'RESERVED' ? row.message_subscription_key : null,
    })),
  };
}

export interface ReservedMessage {
  readonly messageKey: string;
  readonly subscriptionKey: string;
  readonly processInstanceKey: string;
  readonly variables: Variables;
  readonly actor: Actor;
}

/** The message that is to be delivered to a subscription; undefined when the reservation no longer stands, then there is nothing to deliver. */
export async function findReservedMessage(tx: Tx, messageKey: string, subscriptionKey: string): Promise<ReservedMessage | undefined> {
  const row = await tx.selectFrom('correlations as c').innerJoin('messages as m', 'm.message_key', 'c.message_key')
    .where('c.message_subscription_key', '=', subscriptionKey).where('c.message_key', '=', messageKey).where('c.state', '=', 'RESERVED')
    .select(['c.process_instance_key', 'm.variables', 'm.actor_type', 'm.actor_id', 'm.actor_name']).executeTakeFirst();
  return row && { messageKey, subscriptionKey, processInstanceKey: row.process_instance_key, variables: JSON.parse(row.variables) as Variables, actor: actorOf(row) };
}

/** How a message and an instance stand to each other: reserved, correlated, or (again) nothing to do with each other. */
export async function findCorrelation(tx: Tx, messageKey: string, processInstanceKey: string): Promise<string | undefined> {
  const row = await tx.selectFrom('correlations').select('state').where('message_key', '=', messageKey).where('process_instance_key', '=', processInstanceKey).executeTakeFirst();
  return row?.state;
}

/** The instance would not take it: the message goes back into the buffer, in its old place, and to the next who waits while it lives. */
export async function refuseMessage(tx: Tx, messageKey: string, subscriptionKey: string): Promise<void> {
  await sql`select lock_message(m.tenant_id, m.name, m.correlation_key) from messages m where m.message_key = ${messageKey}`.execute(tx);
  await sql`select release_reservation(c.tenant_id, c.message_subscription_key, tenant_now()) from correlations c
    where c.message_key = ${messageKey} and c.message_subscription_key = ${subscriptionKey} and c.state = 'RESERVED'`.execute(tx);
  hint(tx, { type: 'outbox' });
}

/** Releases reservations that nobody has redeemed in time. @returns how many. */
export async function lapseReservations(tx: Tx): Promise<number> {
  const lapsed = await tx.selectFrom('correlations').select(['message_key', 'message_subscription_key']).where('state', '=', 'RESERVED')
    .where('reserved_until', '<', sql<string>`now()`).orderBy('message_key').limit(100).execute();
  for (const { message_key, message_subscription_key } of lapsed) await refuseMessage(tx, message_key, message_subscription_key);
  return lapsed.length;
}

/** Drops messages whose time is over and that are not on their way to anyone. @returns how many. */
export async function dropExpiredMessages(tx: Tx): Promise<number> {
  const { numAffectedRows } = await sql`delete from messages m where m.tenant_id = current_setting('app.tenant') and m.expires_at <= tenant_now()
    and not exists (select from correlations c where c.tenant_id = m.tenant_id and c.message_key = m.message_key and c.state = 'RESERVED')`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
