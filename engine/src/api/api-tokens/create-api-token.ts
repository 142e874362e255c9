import { randomUUID } from 'node:crypto';
import { createApiToken as createStored } from '../../store/index.ts';
import { mustBeAllowed } from '../access/must-be-allowed.ts';
import { hashSecret, newTenantToken } from '../access/secrets.ts';
import { Problem } from '../http/problem.ts';
import type { Verb } from '../verb.ts';

/** A token cannot make tokens: whoever steals one must not be able to keep it alive. */
export const createApiToken: Verb<'createApiToken'> = async ({ store, tenantOf, now }, { caller, body }) => {
  mustBeAllowed(caller, 'update', 'account');
  if (caller.actor.type === 'client') throw new Problem('not-allowed', 'API tokens are made by people.');
  const unknown = body.roles.flatMap((role, i) => (tenantOf(caller.tenantId)?.roles.some(({ id }) => id === role) ? [] : [{ path: `/roles/${i}`, message: `must be a role of the tenant; there is no ${role}` }]));
  if (unknown.length > 0) throw new Problem('invalid-request', 'There are roles that the tenant does not have.', { errors: unknown });
  const at = now();
  const { text: token } = newTenantToken(caller.tenantId);
  const made = { tokenId: randomUUID(), clientId: body.clientId, name: body.name, roles: body.roles, expiresAt: body.expiresAt ?? null };
  await store.inTenant(caller.tenantId, (tx) => createStored(tx, { ...made, tokenHash: hashSecret(token) }, caller.actor, at));
  return { ...made, createdBy: caller.actor.id, createdAt: new Date(at).toISOString(), revokedAt: null, token };
};
