import { auditLogOperations, type AuditLog, type RequestBody } from '@loopwright/engine/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { send } from './send.ts';

export type AuditFilter = NonNullable<RequestBody<typeof auditLogOperations.searchAuditLogs>['filter']>;
export type { AuditLog };

const pageSize = 100;

/** The audit trail, newest first. */
export function auditQuery(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      send(auditLogOperations.searchAuditLogs, { body: { filter, sort: [{ field: 'timestamp', order: 'DESC' }], page: { limit: pageSize, ...(pageParam !== null && { after: pageParam }) } }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ items, page }) => (items.length === pageSize ? page.endCursor : null),
  });
}
