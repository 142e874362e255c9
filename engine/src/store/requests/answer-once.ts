import { sql } from 'kysely';
import type { Json } from '../../kernel/json.ts';
import { actorTypes } from '../audit/actor.ts';
import type { Tx } from '../open-store.ts';
import type { NewRequest } from './requests.ts';

/** `conflict`: this id stands for another body, or was used by somebody else. */
export type Answered<T> = { readonly kind: 'done'; readonly answer: T } | { readonly kind: 'conflict' };

/**
 * Does within a transaction what only the database is needed for, and its answer with it, so that a request is never without one. Asked
 * again with the same id and body, it does nothing and gives the same answer; a request at the same time waits for the first.
 */
export async function answerOnce<T extends Json>(tx: Tx, request: Omit<NewRequest, 'tenantId' | 'command' | 'newInstance'>, work: () => Promise<T>): Promise<Answered<T>> {
  const { actor } = request;
  const { rows } = await sql<{ outcome: string; answer: string | null }>`
    select outcome, answer from begin_request(current_setting('app.tenant'), ${request.requestId}, ${request.operation}, ${actorTypes[actor.type]}, ${actor.id}, ${actor.name},
      ${request.bodyDigest}, ${request.processInstanceKey ?? null}::bigint, 'null', null, null, null)`.execute(tx);
  const begun = rows[0];
  if (begun?.outcome === 'answered') return { kind: 'done', answer: JSON.parse(begun.answer ?? 'null') as T };
  if (begun?.outcome !== 'new') return { kind: 'conflict' };
  const answer = await work();
  await sql`update requests set answer = ${JSON.stringify(answer)}, settled_at = now() where request_id = ${request.requestId}`.execute(tx);
  return { kind: 'done', answer };
}
