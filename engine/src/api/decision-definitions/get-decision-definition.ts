import { findDecisionDefinition } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const getDecisionDefinition: Verb<'getDecisionDefinition'> = async ({ store }, { caller, params }) => {
  const visible = listVisibility(caller, 'read', 'decision definition');
  return found('decision definition', params.decisionDefinitionKey, await store.inTenant(caller.tenantId, (tx) => findDecisionDefinition(tx, params.decisionDefinitionKey, visible)));
};
