import { proxyLocalActivities } from '@temporalio/workflow';
import type { ProcessActivities } from '../protocol.ts';

/** Tried again until PostgreSQL is back: a turn is never given up, and trying it again is harmless. */
export const activities = proxyLocalActivities<ProcessActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '100ms', backoffCoefficient: 2, maximumInterval: '5s' },
});
