import type { Variables } from '../../kernel/index.ts';
import { putOff, removeFromOutbox, takeOutbox, type Actor, type OutboxEntry } from '../../store/index.ts';
import type { Backend } from '../client/open-backend.ts';
import { deliverMessage, type MessageToDeliver } from '../client/deliver-message.ts';
import { startRun } from '../client/start-run.ts';
import { tenantTime } from '../client/tenant-time.ts';

/** Entries taken at a time, and for how long nobody else gets them, in milliseconds. */
const AT_ONCE = 20;
const LEASE = 60_000;

type Handler = (backend: Backend, tenantId: string, payload: never) => Promise<'done' | 'not now'>;

interface InstanceToStart {
  readonly processInstanceKey: string;
  readonly processDefinitionKey: string;
  readonly modelHash: string;
  readonly startElementId: string;
  readonly messageKey: string;
  /** JSON text. */
  readonly variables: string;
  readonly actor: Actor;
}

const handlers: Readonly<Record<string, Handler>> = {
  async 'deliver message'(backend: Backend, tenantId: string, message: MessageToDeliver) {
    return (await deliverMessage(backend, tenantId, message)) === 'unreachable' ? 'not now' : 'done';
  },

  async 'start process instance'(backend: Backend, tenantId: string, { processInstanceKey, processDefinitionKey, modelHash, startElementId, messageKey, variables, actor }: InstanceToStart) {
    const event = { id: `message:${messageKey}`, at: await tenantTime(backend, tenantId), type: 'instance started', startElementId, variables: JSON.parse(variables) as Variables } as const;
    const run = await startRun(backend, { tenantId, processInstanceKey, processDefinitionKey, modelHash, begin: { type: 'start', delivery: { event, actor } } });
    return run === 'started' ? 'done' : 'not now';
  },
};

const topics = Object.keys(handlers);

/** Does what stands in a tenant's outbox, until nothing is due. What can't be done now is put off, longer each time. */
export async function emptyOutbox(backend: Backend, tenantId: string): Promise<void> {
  for (;;) {
    const entries = await backend.store.inTenant(tenantId, (tx) => takeOutbox(tx, topics, LEASE, AT_ONCE));
    if (entries.length === 0) return;
    await Promise.all(entries.map((entry) => handle(backend, tenantId, entry)));
  }
}

async function handle(backend: Backend, tenantId: string, entry: OutboxEntry): Promise<void> {
  const { store, log } = backend;
  let trouble = 'Temporal does not answer';
  try {
    const handled = await handlers[entry.topic]!(backend, tenantId, entry.payload as never);
    if (handled === 'done') return await store.inTenant(tenantId, (tx) => removeFromOutbox(tx, [entry.outboxKey]));
  } catch (error) {
    log.warn({ err: error, tenantId, topic: entry.topic, outboxKey: entry.outboxKey }, 'an outbox entry could not be done');
    trouble = String(error);
  }
  await store.inTenant(tenantId, (tx) => putOff(tx, entry.outboxKey, Math.min(1_000 * 2 ** (entry.attempts - 1), 60_000), trouble));
}
