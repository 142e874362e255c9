import { isGrpcServiceError, ServiceError } from '@temporalio/client';

/** gRPC codes DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, UNAVAILABLE, and CANCELLED as a connection that breaks off gives it. */
const PASSING = new Set([1, 4, 8, 14]);

/** Whether an error says that Temporal can't be reached or has no time, rather than that something is wrong. */
export function isTemporalUnreachable(error: unknown): boolean {
  if (isGrpcServiceError(error)) return PASSING.has(error.code);
  return error instanceof ServiceError && error.cause !== undefined && isTemporalUnreachable(error.cause);
}
