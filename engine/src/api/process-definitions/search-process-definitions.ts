import { searchProcessDefinitions as searchStored } from '../../store/index.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const searchProcessDefinitions: Verb<'searchProcessDefinitions'> = ({ store }, { caller, body }) => {
  const visible = listVisibility(caller, 'read', 'process definition');
  return store.inTenant(caller.tenantId, (tx) => searchStored(tx, body, visible));
};
