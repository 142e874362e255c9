import { isGrpcServiceError, ServiceError } from '@temporalio/client';

/** gRPC codes DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, UNAVAILABLE, and CANCELLED as a connection that breaks off gives it. */
const PASSING = new Set([1, 4, 8, 14]);

const FAILED_PRECONDITION = 9;

/** Whether Temporal turns an update away because the instance's worker keeps failing just now: it may be better in a moment. */
export const isWorkerInTrouble = (error: unknown): boolean =>
  error instanceof ServiceError && isGrpcServiceError(error.cause) && error.cause.code === FAILED_PRECONDITION;

/** Whether an error says that Temporal can't be reached or has no time, rather than that something is wrong. */
export function isTemporalUnreachable(error: unknown): boolean {
  if (isGrpcServiceError(error)) return PASSING.has(error.code);
  return error instanceof ServiceError && error.cause !== undefined && isTemporalUnreachable(error.cause);
}
