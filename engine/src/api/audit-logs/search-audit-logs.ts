import { searchAuditLogs as searchStored } from '../../store/index.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const searchAuditLogs: Verb<'searchAuditLogs'> = ({ store }, { caller, body }) => {
  const visible = listVisibility(caller, 'read', 'audit log');
  return store.inTenant(caller.tenantId, (tx) => searchStored(tx, body, visible));
};
