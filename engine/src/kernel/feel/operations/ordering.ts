import { compareNumbers, isNumber } from '../decimal.ts';
import { daysOf, instantNanos, localNanos, timeNanos, utcTimeNanos } from '../temporal/instants.ts';
import { DayTimeDuration, FeelDate, FeelDateTime, FeelTime, YearMonthDuration, type FeelValue } from '../values.ts';
import { compareText } from './text-order.ts';

/** Negative, zero or positive where the values have an order; null where they have none. */
export function order(a: FeelValue, b: FeelValue): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  if (isNumber(a)) return isNumber(b) ? compareNumbers(a, b) : null;
  if (typeof a === 'string') return typeof b === 'string' ? compareText(a, b) : null;
  if (a instanceof FeelDate) return b instanceof FeelDate ? daysOf(a) - daysOf(b) : null;
  if (a instanceof FeelDateTime) return b instanceof FeelDateTime ? orderDateTimes(a, b) : null;
  if (a instanceof FeelTime) return b instanceof FeelTime ? orderTimes(a, b) : null;
  if (a instanceof DayTimeDuration) return b instanceof DayTimeDuration ? orderBigints(a.nanos, b.nanos) : null;
  if (a instanceof YearMonthDuration) return b instanceof YearMonthDuration ? a.months - b.months : null;
  return null;
}

const orderBigints = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** Points in time that both stand against UTC, or both don't, have an order. */
function orderDateTimes(a: FeelDateTime, b: FeelDateTime): number | null {
  if ((a.offset === null) !== (b.offset === null)) return null;
  return a.offset === null ? orderBigints(localNanos(a), localNanos(b)) : orderBigints(instantNanos(a), instantNanos(b));
}

function orderTimes(a: FeelTime, b: FeelTime): number | null {
  if ((a.offset === null) !== (b.offset === null)) return null;
  return a.offset === null ? orderBigints(timeNanos(a), timeNanos(b)) : orderBigints(utcTimeNanos(a), utcTimeNanos(b));
}
