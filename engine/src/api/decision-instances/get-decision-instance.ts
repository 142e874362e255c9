import { findDecisionInstance } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const getDecisionInstance: Verb<'getDecisionInstance'> = async ({ store }, { caller, params }) => {
  const visible = listVisibility(caller, 'read', 'decision instance');
  return found('evaluated decision', params.decisionEvaluationInstanceKey, await store.inTenant(caller.tenantId, (tx) => findDecisionInstance(tx, params.decisionEvaluationInstanceKey, visible)));
};
