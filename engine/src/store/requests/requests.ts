import { sql } from 'kysely';
import type { Json } from '../../kernel/json.ts';
import { actorTypes, actorOf, type Actor } from '../audit/actor.ts';
import type { Store, Tx } from '../open-store.ts';
import { storableJson } from '../storable.ts';

/** What somebody asks the engine to do. */
export interface NewRequest {
  readonly tenantId: string;
  /** Chosen by whoever serves the request; for an idempotency key, a name made of the caller and the key. */
  readonly requestId: string;
  readonly operation: string;
  readonly actor: Actor;
  /** SHA-256 of what was asked, in any text form. */
  readonly bodyDigest: string;
  /** All that is needed to send it again. */
  readonly command: Json;
  /** The instance it is meant for. */
  readonly processInstanceKey?: string;
  /** What it is about, where that waits in an instance: the instance is found by it. */
  readonly subject?: { readonly type: RequestSubject; readonly key: string };
  /** Makes the row of a new process instance, whose key comes back with the outcome. */
  readonly newInstance?: { readonly processDefinitionKey: string; readonly businessId?: string | null; readonly tags?: readonly string[] };
}

export type RequestSubject = 'user task' | 'job' | 'incident' | 'process instance' | 'element instance';

/**
 * - `new`: written now; go on, and answer it.
 * - `answered`: the same was asked before, and this was the answer.
 * - `pending`: the same was asked before and has no answer yet; send `command` again with the same id.
 * - `conflict`: this id stands for another body, or was used by somebody else.
 * - `no definition`: the process definition of the new instance does not exist.
 * - `not found`, `wrong state`: what it is about does not exist, or does not wait any more. Nothing was written.
 */
export type BegunRequest =
  | { readonly kind: 'new' | 'pending'; readonly processInstanceKey: string | null; readonly command: Json }
  | { readonly kind: 'answered'; readonly processInstanceKey: string | null; readonly answer: Json }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'no definition' | 'not found' }
  | { readonly kind: 'wrong state'; readonly state: string };

const CALL = 'select * from begin_request($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)';

/** Writes a request down, in one statement and one transaction of its own. The projection of the turn answers it. */
export async function beginRequest(store: Store, request: NewRequest): Promise<BegunRequest> {
  const { actor, newInstance, subject } = request;
  const instance = newInstance && { process_definition_key: newInstance.processDefinitionKey, business_id: newInstance.businessId ?? null, tags: newInstance.tags ?? [] };
  const [row] = await store.call<{ outcome: BegunRequest['kind']; answer: string | null; command: string | null; process_instance_key: string | null }>('begin request', CALL, [
    request.tenantId, request.requestId, request.operation, actorTypes[actor.type], actor.id, actor.name, request.bodyDigest, request.processInstanceKey ?? null,
    JSON.stringify(request.command), instance ? storableJson(instance) : null,
    subject?.type ?? null, subject?.key ?? null,
  ]);
  if (!row) throw new Error(`begin_request gave no row for ${request.requestId}`);
  const processInstanceKey = row.process_instance_key;
  switch (row.outcome) {
    case 'new':
    case 'pending':
      return { kind: row.outcome, processInstanceKey, command: JSON.parse(row.command!) as Json };
    case 'answered':
      return { kind: 'answered', processInstanceKey, answer: JSON.parse(row.answer!) as Json };
    case 'conflict':
    case 'no definition':
    case 'not found':
      return { kind: row.outcome };
    case 'wrong state':
      return { kind: 'wrong state', state: JSON.parse(row.answer!) as string };
    default:
      return row.outcome satisfies never;
  }
}

/** Answers a request that no turn answers, and settles it. An answer once given stays. */
export async function answerRequest(tx: Tx, requestId: string, answer: Json): Promise<void> {
  await sql`update requests set answer = coalesce(answer, ${JSON.stringify(answer)}), settled_at = now() where request_id = ${requestId} and settled_at is null`.execute(tx);
}

/**
 * Settles requests that a turn has answered: Temporal has recorded that turn too. Until then a crash may have left the answer here and no trace of
 * it there, so an answered request is sent again as well.
 */
export async function settleRequests(tx: Tx, requestIds: readonly string[]): Promise<void> {
  await sql`update requests set settled_at = now() where tenant_id = current_setting('app.tenant') and request_id = any(${[...requestIds]}) and answer is not null and settled_at is null`.execute(tx);
}

export interface StoredRequest {
  readonly requestId: string;
  readonly operation: string;
  readonly actor: Actor;
  readonly processInstanceKey: string | null;
  readonly command: Json;
}

/**
 * Requests that are not settled in time, taken for another sending: whoever gets one has it alone for as long again.
 * @param overdueAfter milliseconds since it was sent last.
 */
export async function takeUnsettledRequests(tx: Tx, overdueAfter: number, limit: number): Promise<StoredRequest[]> {
  const { rows } = await sql<{ request_id: string; operation: string; actor_type: string; actor_id: string; actor_name: string; process_instance_key: string | null; command: string }>`
    with overdue as (select u.request_id from requests u where u.tenant_id = current_setting('app.tenant') and u.settled_at is null
      and u.sent_at <= now() - ${overdueAfter} * interval '1 millisecond' order by u.sent_at limit ${limit} for update skip locked)
    update requests r set sent_at = now() from overdue where r.tenant_id = current_setting('app.tenant') and r.request_id = overdue.request_id
    returning r.request_id, r.operation, r.actor_type, r.actor_id, r.actor_name, r.process_instance_key, r.command`.execute(tx);
  return rows.map((row) => ({
    requestId: row.request_id, operation: row.operation, actor: actorOf(row), processInstanceKey: row.process_instance_key, command: JSON.parse(row.command) as Json,
  }));
}

export async function findRequest(tx: Tx, requestId: string): Promise<{ readonly answer: Json | undefined } | undefined> {
  const row = await tx.selectFrom('requests').select('answer').where('request_id', '=', requestId).executeTakeFirst();
  return row && { answer: row.answer === null ? undefined : (JSON.parse(row.answer) as Json) };
}

/** Forgets settled requests older than 30 days. @returns how many. */
export async function forgetOldRequests(tx: Tx): Promise<number> {
  const { numAffectedRows } = await sql`delete from requests where tenant_id = current_setting('app.tenant') and at < now() - interval '30 days' and settled_at is not null`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
