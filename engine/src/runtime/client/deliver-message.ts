import { findReservedMessage, refuseMessage } from '../../store/index.ts';
import type { Backend } from './backend.ts';
import { deliver } from './deliver.ts';
import { recoverInstance } from './recover-instance.ts';
import { tenantTime } from './tenant-time.ts';

/** `settled`: nothing is reserved there any more: it has been delivered, refused, or the reservation has lapsed. */
export type MessageDelivery = 'correlated' | 'refused' | 'settled' | 'unreachable';

/** Brings a reserved message to the instance that waits for it. One that the instance refuses goes back into the buffer, in its place. */
export async function deliverMessage(backend: Backend, tenantId: string, messageKey: string, subscriptionKey: string): Promise<MessageDelivery> {
  const { store, temporal } = backend;
  const message = await store.inTenant(tenantId, (tx) => findReservedMessage(tx, messageKey, subscriptionKey));
  if (!message) return 'settled';
  const { processInstanceKey, variables, actor } = message;
  const id = `message:${messageKey}:${subscriptionKey}`;
  const at = await tenantTime(backend, tenantId);
  const delivered = await deliver(temporal, tenantId, processInstanceKey, { event: { id, at, type: 'message correlated', subscriptionKey, messageKey, variables }, actor });
  if (delivered.kind === 'done') return 'correlated';
  if (delivered.kind === 'unreachable') return 'unreachable';
  if (delivered.kind === 'gone' && (await recoverInstance(backend, tenantId, processInstanceKey)) !== 'ended') return 'unreachable';
  await store.inTenant(tenantId, (tx) => refuseMessage(tx, messageKey, subscriptionKey));
  return 'refused';
}
