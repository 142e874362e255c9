import { add, divide, isNumber, multiply, negate, power, subtract, toInteger } from '../decimal.ts';
import type { Run } from '../run.ts';
import type { ArithmeticOperator } from '../syntax/ast.ts';
import { DayTimeDuration, FeelDate, FeelDateTime, FeelTime, YearMonthDuration, type FeelDuration, type FeelValue } from '../values.ts';
import { describe } from './describe.ts';
import { addDurations, addToDate, addToDateTime, addToTime, betweenDateTimes, betweenTimes, divideDuration, multiplyDuration, ratioOfDurations } from './temporal-arithmetic.ts';

export function calculate(operator: ArithmeticOperator, a: FeelValue, b: FeelValue, run: Run): FeelValue {
  run.charge(1);
  const value = operations[operator](a, b, run);
  return value ?? run.warn('INVALID_TYPE', `Can't ${verbs[operator](describe(a), describe(b))}`);
}

/** Powers take as long as many steps, above all those that are roots. */
const [stepsOfPower, stepsOfRoot] = [10, 400];

const verbs: Record<ArithmeticOperator, (a: string, b: string) => string> = {
  '+': (a, b) => `add '${b}' to '${a}'`,
  '-': (a, b) => `subtract '${b}' from '${a}'`,
  '*': (a, b) => `multiply '${a}' by '${b}'`,
  '/': (a, b) => `divide '${a}' by '${b}'`,
  '**': (a, b) => `raise '${a}' to the power of '${b}'`,
};

const operations: Record<ArithmeticOperator, (a: FeelValue, b: FeelValue, run: Run) => FeelValue> = {
  '+': (a, b, run) => {
    if (isNumber(a)) return isNumber(b) ? add(a, b) : null;
    if (typeof a === 'string') return typeof b === 'string' ? join(a, b, run) : null;
    return isDuration(b) ? move(a, b, 1) : isDuration(a) ? move(b, a, 1) : null;
  },
  '-': (a, b) => {
    if (isNumber(a)) return isNumber(b) ? subtract(a, b) : null;
    if (isDuration(b)) return move(a, b, -1);
    if (a instanceof FeelTime) return b instanceof FeelTime ? betweenTimes(a, b) : null;
    return isDay(a) && isDay(b) ? betweenDateTimes(a, b) : null;
  },
  '*': (a, b) => {
    if (isNumber(a)) return isNumber(b) ? multiply(a, b) : isDuration(b) ? multiplyDuration(b, a) : null;
    return isDuration(a) && isNumber(b) ? multiplyDuration(a, b) : null;
  },
  '/': (a, b) => {
    if (isNumber(a)) return isNumber(b) ? divide(a, b) : null;
    if (!isDuration(a)) return null;
    return isNumber(b) ? divideDuration(a, b) : isDuration(b) ? ratioOfDurations(a, b) : null;
  },
  '**': (a, b, run) => {
    if (!isNumber(a) || !isNumber(b)) return null;
    run.charge(toInteger(b) === null ? stepsOfRoot : stepsOfPower);
    return power(a, b);
  },
};

const isDuration = (value: FeelValue): value is FeelDuration => value instanceof DayTimeDuration || value instanceof YearMonthDuration;

const isDay = (value: FeelValue): value is FeelDate | FeelDateTime => value instanceof FeelDate || value instanceof FeelDateTime;

function join(a: string, b: string, run: Run): string {
  run.charge(Math.ceil((a.length + b.length) / charactersPerStep));
  return a + b;
}

/** Texts cost a step for so many characters. */
export const charactersPerStep = 32;

function move(value: FeelValue, duration: FeelDuration, direction: 1 | -1): FeelValue {
  if (isDuration(value)) return addDurations(value, duration, direction);
  if (value instanceof FeelDate) return addToDate(value, duration, direction);
  if (value instanceof FeelDateTime) return addToDateTime(value, duration, direction);
  return value instanceof FeelTime && duration instanceof DayTimeDuration ? addToTime(value, duration, direction) : null;
}

export function negateValue(value: FeelValue, run: Run): FeelValue {
  if (isNumber(value)) return negate(value);
  if (value instanceof DayTimeDuration) return new DayTimeDuration(-value.nanos);
  if (value instanceof YearMonthDuration) return new YearMonthDuration(-value.months || 0);
  return run.warn('INVALID_TYPE', `Expected number but found '${describe(value)}'`);
}
