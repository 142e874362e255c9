import { searchDecisionInstances as searchStored } from '../../store/index.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const searchDecisionInstances: Verb<'searchDecisionInstances'> = ({ store }, { caller, body }) => {
  const visible = listVisibility(caller, 'read', 'decision instance');
  return store.inTenant(caller.tenantId, (tx) => searchStored(tx, body, visible));
};
