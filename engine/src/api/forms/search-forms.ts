import { searchForms as searchStored } from '../../store/index.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const searchForms: Verb<'searchForms'> = ({ store }, { caller, body }) => {
  const visible = listVisibility(caller, 'read', 'form');
  return store.inTenant(caller.tenantId, (tx) => searchStored(tx, body, visible));
};
