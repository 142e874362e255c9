import { takeUnsettledRequests } from '../../store/index.ts';
import type { Backend } from '../client/open-backend.ts';
import { sendRequest } from '../client/send-request.ts';

/** Requests sent again in one round. */
const AT_ONCE = 100;

/**
 * Sends again what was not settled within `overdueAfter` milliseconds: the process that asked may be gone, or Temporal was, or Temporal has lost the
 * turn that the store has. It is done once, since a request's id is its event's.
 */
export async function resendRequests(backend: Backend, tenantId: string, overdueAfter: number): Promise<void> {
  const overdue = await backend.store.inTenant(tenantId, (tx) => takeUnsettledRequests(tx, overdueAfter, AT_ONCE));
  await Promise.all(
    overdue.map((request) =>
      sendRequest(backend, tenantId, request).catch((error: unknown) =>
        backend.log.warn({ err: error, tenantId, requestId: request.requestId, operation: request.operation }, 'a request could not be sent again'))),
  );
}
