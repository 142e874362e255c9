import { findElementInstance } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const getElementInstance: Verb<'getElementInstance'> = async ({ store }, { caller, params }) => {
  const visible = listVisibility(caller, 'read', 'process instance');
  return found('element instance', params.elementInstanceKey, await store.inTenant(caller.tenantId, (tx) => findElementInstance(tx, params.elementInstanceKey, visible)));
};
