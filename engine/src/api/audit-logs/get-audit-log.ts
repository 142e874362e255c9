import { findAuditLog } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const getAuditLog: Verb<'getAuditLog'> = async ({ store }, { caller, params }) => {
  const visible = listVisibility(caller, 'read', 'audit log');
  return found('line of the audit trail', params.auditLogKey, await store.inTenant(caller.tenantId, (tx) => findAuditLog(tx, params.auditLogKey, visible)));
};
