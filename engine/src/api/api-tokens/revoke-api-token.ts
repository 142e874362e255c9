import { revokeApiToken as revokeStored } from '../../store/index.ts';
import { mustBeAllowed } from '../access/must-be-allowed.ts';
import { notFound } from '../http/problem.ts';
import type { Verb } from '../verb.ts';

export const revokeApiToken: Verb<'revokeApiToken'> = async ({ store, now }, { caller, params: { tokenId } }) => {
  mustBeAllowed(caller, 'update', 'account');
  if (!(await store.inTenant(caller.tenantId, (tx) => revokeStored(tx, tokenId, caller.actor, now())))) throw notFound('API token', tokenId);
};
