import { listApiTokens as listStored } from '../../store/index.ts';
import { mustBeAllowed } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const listApiTokens: Verb<'listApiTokens'> = async ({ store }, { caller }) => {
  mustBeAllowed(caller, 'read', 'account');
  return { items: await store.inTenant(caller.tenantId, listStored) };
};
