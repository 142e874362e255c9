import { findCorrelation, findReservedMessage, refuseMessage, type ReservedMessage } from '../../store/index.ts';
import { SYSTEM } from '../workflow/system-actor.ts';
import { deliver } from './deliver.ts';
import type { Backend } from './open-backend.ts';
import { recoverInstance } from './recover-instance.ts';
import { tenantTime } from './tenant-time.ts';

export type MessageToDeliver = Pick<ReservedMessage, 'messageKey' | 'subscriptionKey' | 'processInstanceKey'>;

/** `settled`: nothing is on its way there any more: refused before, or the reservation has lapsed. */
export type MessageDelivery = 'correlated' | 'refused' | 'settled' | 'unreachable';

/**
 * Brings a reserved message to the instance that waits for it. One that the instance refuses goes back into the buffer, in its place. One that
 * the store says has arrived is brought once more: Temporal may have lost that turn, and if not, nothing happens twice.
 */
export async function deliverMessage(backend: Backend, tenantId: string, { messageKey, subscriptionKey, processInstanceKey }: MessageToDeliver): Promise<MessageDelivery> {
  const { store } = backend;
  const message = await store.inTenant(tenantId, async (tx) => {
    const reserved = await findReservedMessage(tx, messageKey, subscriptionKey);
    if (reserved) return reserved;
    return (await findCorrelation(tx, messageKey, processInstanceKey)) === 'CORRELATED' ? { variables: {}, actor: SYSTEM } : undefined;
  });
  if (!message) return 'settled';
  const id = `message:${messageKey}:${subscriptionKey}`;
  const at = await tenantTime(backend, tenantId);
  const delivered = await deliver(backend, tenantId, processInstanceKey, {
    event: { id, at, type: 'message correlated', subscriptionKey, messageKey, variables: message.variables }, actor: message.actor,
  });
  if (delivered.kind === 'done') return 'correlated';
  if (delivered.kind === 'unreachable') return 'unreachable';
  if (delivered.kind === 'gone' && (await recoverInstance(backend, tenantId, processInstanceKey)) !== 'ended') return 'unreachable';
  await store.inTenant(tenantId, (tx) => refuseMessage(tx, messageKey, subscriptionKey));
  return 'refused';
}
