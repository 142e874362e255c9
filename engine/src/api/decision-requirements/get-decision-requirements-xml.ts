import { findDecisionRequirements, findResource } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const getDecisionRequirementsXml: Verb<'getDecisionRequirementsXml'> = ({ store }, { caller, params: { decisionRequirementsKey } }) => {
  const visible = listVisibility(caller, 'read', 'decision definition');
  return store.inTenant(caller.tenantId, async (tx) => {
    found('decision requirements', decisionRequirementsKey, await findDecisionRequirements(tx, decisionRequirementsKey, visible));
    return found('decision requirements', decisionRequirementsKey, await findResource(tx, decisionRequirementsKey)).content;
  });
};
