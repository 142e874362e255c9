import { z } from 'zod';
import { dateTime } from './keys.ts';
import { operation } from './operation.ts';

/** A token with which a machine asks in the name of a client. The secret itself is told once, when it is made. */
export const apiToken = z
  .object({
    tokenId: z.string(),
    clientId: z.string(),
    name: z.string(),
    roles: z.array(z.string()).meta({ description: 'Of the client, so of all its tokens.' }),
    createdBy: z.string(),
    createdAt: dateTime,
    expiresAt: dateTime.nullable(),
    revokedAt: dateTime.nullable(),
  })
  .meta({ id: 'ApiToken' });

export type ApiToken = z.output<typeof apiToken>;

const at = '/v2/loopwright/api-tokens';
const tag = 'API token';

export const apiTokenOperations = {
  listApiTokens: operation({ id: 'listApiTokens', method: 'GET', path: at, tag, summary: 'The API tokens of the tenant, without their secrets', reply: { status: 200, body: z.object({ items: z.array(apiToken) }) }, problems: [] }),
  createApiToken: operation({
    id: 'createApiToken', method: 'POST', path: at, tag, summary: 'Make a token for a client; the roles given become the roles of the client',
    body: z.strictObject({
      clientId: z.string().min(1).max(256).regex(/^[A-Za-z0-9_@.+-]+$/, 'must hold only letters, digits and _ @ . + -'),
      name: z.string().min(1).max(200),
      roles: z.array(z.string().min(1)).min(1).max(50),
      expiresAt: dateTime.optional(),
    }),
    reply: { status: 201, body: apiToken.extend({ token: z.string().meta({ description: 'The secret, to be sent as bearer. It is told here and never again.' }) }) }, problems: [],
  }),
  revokeApiToken: operation({
    id: 'revokeApiToken', method: 'DELETE', path: `${at}/{tokenId}`, tag, summary: 'Revoke a token, at once', params: z.strictObject({ tokenId: z.string().min(1) }), reply: { status: 204, body: null }, problems: [404],
  }),
};
