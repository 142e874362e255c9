import { searchDecisionDefinitions as searchStored } from '../../store/index.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const searchDecisionDefinitions: Verb<'searchDecisionDefinitions'> = ({ store }, { caller, body }) => {
  const visible = listVisibility(caller, 'read', 'decision definition');
  return store.inTenant(caller.tenantId, (tx) => searchStored(tx, body, visible));
};
