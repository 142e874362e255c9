import { mustBeAllowed } from '../access/must-be-allowed.ts';
import { requestOf, settled } from '../outcome.ts';
import type { Verb } from '../verb.ts';

export const publishMessage: Verb<'publishMessage'> = async ({ runtime }, { caller, body: { messageId, tenantId: _, ...message } }) => {
  mustBeAllowed(caller, 'publish', 'message', { messageName: message.name });
  const { messageKey } = settled(await runtime.publishMessage({ ...requestOf(caller), ...message, ...(messageId !== undefined && { messageId }) }), 'message', message.name);
  return { tenantId: caller.tenantId, messageKey };
};
