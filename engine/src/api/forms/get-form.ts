import { findForm } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const getForm: Verb<'getForm'> = async ({ store }, { caller, params: { formKey } }) => {
  const visible = listVisibility(caller, 'read', 'form');
  return found('form', formKey, await store.inTenant(caller.tenantId, (tx) => findForm(tx, formKey, visible)));
};
