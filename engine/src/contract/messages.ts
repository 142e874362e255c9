import { z } from 'zod';
import { key, longInteger, tenantId, variables } from './keys.ts';
import { operation } from './operation.ts';

const name = z.string().min(1).max(1000);
const correlationKey = z.string().max(1000).default('').meta({ description: 'Empty: only starts instances, each time a new one.' });

export const messagePublication = z.strictObject({
  name,
  correlationKey,
  timeToLive: longInteger(0).default(0).meta({ description: 'Milliseconds that the message waits for a subscription.' }),
  messageId: z.string().min(1).max(1000).optional(),
  variables: variables.default({}),
  tenantId: tenantId.optional(),
});

export const messageCorrelation = z.strictObject({ name, correlationKey, variables: variables.default({}), tenantId: tenantId.optional() });

const tag = 'Message';

export const messageOperations = {
  publishMessage: operation({
    id: 'publishMessage', method: 'POST', path: '/v2/messages/publication', tag, summary: 'Publish a message, to be correlated now or while it lives',
    body: messagePublication, reply: { status: 200, body: z.object({ tenantId, messageKey: key }) }, problems: [409], idempotent: true,
  }),
  correlateMessage: operation({
    id: 'correlateMessage', method: 'POST', path: '/v2/messages/correlation', tag, summary: 'Correlate a message at once, or not at all',
    body: messageCorrelation, reply: { status: 200, body: z.object({ tenantId, messageKey: key, processInstanceKey: key }) }, problems: [404, 409], idempotent: true,
  }),
};
