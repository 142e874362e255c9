import type { Run } from '../run.ts';
import type { FeelRange, FeelValue } from '../values.ts';
import { describe } from './describe.ts';
import { order } from './ordering.ts';

/** Whether a value lies in a range; null, with a warning, where it does not compare with the bounds. */
export function isWithin(value: FeelValue, range: FeelRange, run: Run): boolean | null {
  run.charge(1);
  if (range.start === null || range.end === null) return null;
  const above = range.start === undefined ? 1 : order(value, range.start);
  const below = range.end === undefined ? -1 : order(value, range.end);
  if (above === null || below === null) return run.warn('NOT_COMPARABLE', `Can't compare '${describe(value)}' with '${describe(range)}'`);
  return (above > 0 || (above === 0 && range.startIncluded)) && (below < 0 || (below === 0 && range.endIncluded));
}
