import { findDecisionDefinition, findResource } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const getDecisionDefinitionXml: Verb<'getDecisionDefinitionXml'> = ({ store }, { caller, params: { decisionDefinitionKey } }) => {
  const visible = listVisibility(caller, 'read', 'decision definition');
  return store.inTenant(caller.tenantId, async (tx) => {
    found('decision definition', decisionDefinitionKey, await findDecisionDefinition(tx, decisionDefinitionKey, visible));
    return found('decision definition', decisionDefinitionKey, await findResource(tx, decisionDefinitionKey)).content;
  });
};
