import { mustBeAllowed } from '../access/must-be-allowed.ts';
import { Problem } from '../http/problem.ts';
import { requestOf, settled } from '../outcome.ts';
import type { Verb } from '../verb.ts';

export const correlateMessage: Verb<'correlateMessage'> = async ({ runtime }, { caller, body: { tenantId: _, ...message } }) => {
  mustBeAllowed(caller, 'publish', 'message', { messageName: message.name });
  const outcome = await runtime.correlateMessage({ ...requestOf(caller), ...message });
  if (outcome.kind === 'not found') throw new Problem('not-found', `Nothing waits for the message ${message.name} with the correlation key ${message.correlationKey || '(empty)'}.`);
  const { messageKey, processInstanceKey } = settled(outcome, 'message', message.name);
  return { tenantId: caller.tenantId, messageKey, processInstanceKey };
};
