import { daysOfMonth, dayOfYear, weekdayOf, weekOfYear } from '../temporal/civil.ts';
import { atEpochMilliseconds, daysOf } from '../temporal/instants.ts';
import { FeelDate, type FeelDateTime } from '../values.ts';
import { define, parameter, type Form } from './define.ts';
import { day } from './types.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

const from = parameter('date', day);

export const temporalFunctions: readonly Form[] = [
  define('now', [], ({ environment }) => atEpochMilliseconds(environment.now, environment.zone)),
  define('today', [], ({ environment }) => atEpochMilliseconds(environment.now, environment.zone)?.date ?? null),
  define('day of year', [from], (_, value) => dayOfYear(...partsOf(value))),
  define('day of week', [from], (_, value) => weekdays[weekdayOf(daysOf(dateOf(value))) - 1] ?? null),
  define('week of year', [from], (_, value) => weekOfYear(...partsOf(value))),
  define('month of year', [from], (_, value) => months[dateOf(value).month - 1] ?? null),
  define('last day of month', [from], (_, value) => {
    const { year, month } = dateOf(value);
    return new FeelDate(year, month, daysOfMonth(year, month));
  }),
];

const dateOf = (value: FeelDate | FeelDateTime): FeelDate => (value instanceof FeelDate ? value : value.date);

function partsOf(value: FeelDate | FeelDateTime): [number, number, number] {
  const { year, month, day: dayOfMonth } = dateOf(value);
  return [year, month, dayOfMonth];
}
