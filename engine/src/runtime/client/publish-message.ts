import type { Json, Variables } from '../../kernel/index.ts';
import { answerOnce, findCorrelation, publishMessage, type Tx } from '../../store/index.ts';
import { untilBegun } from './until-begun.ts';
import type { Backend } from './open-backend.ts';
import { digestOf, requestIdOf, type Caller } from './caller.ts';
import { deliverMessage } from './deliver-message.ts';
import { conflict, done, notFound, unavailable, wrongState, type Outcome } from './outcome.ts';

export interface Message {
  readonly name: string;
  /** Empty: only starts instances. */
  readonly correlationKey: string;
  readonly variables: Variables;
}

export interface PublishMessage extends Message {
  /** Milliseconds that it is kept for those who come to wait later. */
  readonly timeToLive: number;
  readonly messageId?: string;
}

/** Buffers a message; couriers bring it to whoever waits. */
export function publish(backend: Backend, caller: Caller & PublishMessage): Promise<Outcome<{ readonly messageKey: string }>> {
  const { actor, name, correlationKey, timeToLive, messageId = null, variables } = caller;
  const message = { name, correlationKey, messageId, timeToLive, variables };
  return onceInStore(backend, caller, 'publishMessage', message, async (tx) => {
    const publication = await publishMessage(tx, { ...message, actor });
    return publication.kind === 'published' ? done({ messageKey: publication.messageKey }) : wrongState(`A message ${name} with the id ${messageId} has been published already.`);
  });
}

interface Correlated {
  readonly messageKey: string;
  readonly processInstanceKey: string;
}

/** Brings a message to one instance that waits for it now, or starts one with it. It is not kept. */
export async function correlate(backend: Backend, caller: Caller & Message): Promise<Outcome<Correlated>> {
  const { tenantId, actor, name, correlationKey, variables } = caller;
  const message = { name, correlationKey, variables };
  const reserved = await onceInStore<Correlated & { readonly subscriptionKey: string | null }>(backend, caller, 'correlateMessage', message, async (tx) => {
    const publication = await publishMessage(tx, { ...message, messageId: null, timeToLive: 0, actor });
    const reservation = publication.kind === 'published' ? publication.reservations[0] : undefined;
    return publication.kind === 'published' && reservation ? done({ messageKey: publication.messageKey, ...reservation }) : notFound;
  });
  if (reserved.kind !== 'done') return reserved;
  const { messageKey, processInstanceKey, subscriptionKey } = reserved.value;
  if (subscriptionKey === null) return (await untilBegun(backend, tenantId, processInstanceKey)) ? done({ messageKey, processInstanceKey }) : unavailable;
  const delivery = await deliverMessage(backend, tenantId, { messageKey, subscriptionKey, processInstanceKey });
  if (delivery === 'unreachable') return unavailable;
  const correlation = await backend.store.inTenant(tenantId, (tx) => findCorrelation(tx, messageKey, processInstanceKey));
  return correlation === 'CORRELATED' ? done({ messageKey, processInstanceKey }) : notFound;
}

/** Does what needs only the database, once for a request. */
async function onceInStore<T>(backend: Backend, caller: Caller, operation: string, asked: object, work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const { tenantId, actor, bodyDigest = digestOf([operation, asked]) } = caller;
  const answered = await backend.store.inTenant(tenantId, (tx) =>
    answerOnce(tx, { requestId: requestIdOf(caller), operation, actor, bodyDigest }, async () => (await work(tx)) as unknown as Json));
  return answered.kind === 'conflict' ? conflict : (answered.answer as unknown as Outcome<T>);
}
