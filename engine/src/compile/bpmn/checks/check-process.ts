import type { Check, Checked } from './check.ts';
import { checkBoundaryEvents } from './check-boundary-events.ts';
import { checkEventGateways } from './check-event-gateways.ts';
import { checkExpressions } from './check-expressions.ts';
import { checkFlows } from './check-flows.ts';
import { checkLinks } from './check-links.ts';
import { checkReachability } from './check-reachability.ts';
import { checkStarts } from './check-starts.ts';
import { checkTimers } from './check-timers.ts';

const checks: readonly Check[] = [checkStarts, checkFlows, checkBoundaryEvents, checkEventGateways, checkLinks, checkTimers, checkExpressions, checkReachability];

export function checkProcess(checked: Checked): void {
  for (const check of checks) check(checked);
}
