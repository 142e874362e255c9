import { findVariable } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const getVariable: Verb<'getVariable'> = async ({ store }, { caller, params }) => {
  const visible = listVisibility(caller, 'read', 'process instance');
  return found('variable', params.variableKey, await store.inTenant(caller.tenantId, (tx) => findVariable(tx, params.variableKey, visible)));
};
