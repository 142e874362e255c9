import type { Run } from '../run.ts';
import { newContext, type FeelContext, type FeelValue } from '../values.ts';

/** A copy of a context, its size charged to the budget. */
export function chargedCopy(from: FeelContext, run: Run): Record<string, FeelValue> {
  run.charge(1 + Object.keys(from).length);
  return Object.assign(newContext(), from);
}
