import { findDecisionRequirements } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const getDecisionRequirements: Verb<'getDecisionRequirements'> = async ({ store }, { caller, params }) => {
  const visible = listVisibility(caller, 'read', 'decision definition');
  return found('decision requirements', params.decisionRequirementsKey, await store.inTenant(caller.tenantId, (tx) => findDecisionRequirements(tx, params.decisionRequirementsKey, visible)));
};
