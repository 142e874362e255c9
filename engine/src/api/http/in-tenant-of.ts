import type { Caller } from '../access/caller.ts';
import { Problem } from './problem.ts';

/** Camunda's name for the only tenant of a cluster without tenants; here it stands for the caller's own. */
const defaultTenant = '<default>';

/** The body with the caller's tenant where it says `<default>`. What is to be done in another tenant is refused; what is searched there is not found. */
export function inTenantOf(caller: Caller, body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const { tenantId, tenantIds, filter } = body as { tenantId?: unknown; tenantIds?: unknown; filter?: unknown };
  const own = (id: unknown): unknown => (id === defaultTenant ? caller.tenantId : id);
  for (const asked of [tenantId, ...(Array.isArray(tenantIds) ? tenantIds : [])].map(own)) {
    if (asked !== undefined && asked !== caller.tenantId) throw new Problem('not-found', `The tenant ${String(asked)} does not exist, or it is not yours.`);
  }
  return {
    ...body,
    ...(tenantId !== undefined && { tenantId: caller.tenantId }),
    ...(Array.isArray(tenantIds) && { tenantIds: tenantIds.map(own) }),
    ...(typeof filter === 'object' && filter !== null && 'tenantId' in filter && { filter: { ...filter, tenantId: ownInFilter(filter.tenantId, own) } }),
  };
}

function ownInFilter(filter: unknown, own: (id: unknown) => unknown): unknown {
  if (typeof filter !== 'object' || filter === null) return own(filter);
  return Object.fromEntries(Object.entries(filter).map(([operator, value]) => [operator, Array.isArray(value) ? value.map(own) : own(value)]));
}
