import { absolute, compareNumbers, exponential, isZero, modulo, naturalLogarithm, roundTo, squareRoot, truncate, type FeelNumber, type RoundingMode } from '../decimal.ts';
import type { Run } from '../run.ts';
import { DayTimeDuration, YearMonthDuration, type FeelValue } from '../values.ts';
import { define, failed, optional, parameter, type Form } from './define.ts';
import { dayTime, number, text, yearMonth } from './types.ts';

const n = parameter(['n', 'camunda:number'], number);

export const numberFunctions: readonly Form[] = [
  define('decimal', [n, parameter('scale', number)], (run, value, scale) => round('decimal', run, value, scale, 'half even')),
  define('decimal', [n, parameter('scale', number), parameter('mode', text)], (run, value, scale, mode) => {
    const rounding = mode.toLowerCase().replaceAll('_', ' ');
    if (rounding === 'unnecessary') return unrounded(run, value, scale);
    return isRounding(rounding) ? round('decimal', run, value, scale, rounding) : failed(run, 'decimal', `there is no rounding mode '${mode}'`);
  }),
  define('floor', [n, optional('scale', number)], (run, value, scale) => round('floor', run, value, scale, 'floor')),
  define('ceiling', [n, optional('scale', number)], (run, value, scale) => round('ceiling', run, value, scale, 'ceiling')),
  ...(['up', 'down', 'half up', 'half down', 'half even'] as const).map((mode) =>
    define(`round ${mode}`, [n, parameter('scale', number)], (run, value, scale) => round(`round ${mode}`, run, value, scale, mode)),
  ),
  define('abs', [n], (_, value) => absolute(value)),
  define('abs', [parameter(['n', 'camunda:duration'], dayTime)], (_, value) => new DayTimeDuration(value.nanos < 0n ? -value.nanos : value.nanos)),
  define('abs', [parameter(['n', 'camunda:duration'], yearMonth)], (_, value) => new YearMonthDuration(Math.abs(value.months))),
  define('modulo', [parameter('dividend', number), parameter('divisor', number)], (run, a, b) => modulo(a, b) ?? failed(run, 'modulo', 'the divisor is zero')),
  define('sqrt', [parameter('number', number)], (run, value) => costly(run, squareRoot)(value) ?? failed(run, 'sqrt', 'the number is negative')),
  define('log', [parameter('number', number)], (run, value) => costly(run, naturalLogarithm)(value) ?? failed(run, 'log', 'the number is not positive')),
  define('exp', [parameter('number', number)], (run, value) => costly(run, exponential)(value) ?? failed(run, 'exp', 'the result is beyond the range of numbers')),
  define('odd', [parameter('number', number)], (_, value) => compareNumbers(modulo(absolute(value), 2) ?? 0, 1) === 0),
  define('even', [parameter('number', number)], (_, value) => isZero(modulo(value, 2) ?? 0)),
];

/** What takes as long as many steps. */
function costly<T>(run: Run, calculation: (value: FeelNumber) => T): (value: FeelNumber) => T {
  run.charge(250);
  return calculation;
}

const isRounding = (mode: string): mode is RoundingMode => ['up', 'down', 'half up', 'half down', 'half even', 'ceiling', 'floor'].includes(mode);

/** The number as it is, if it has no more digits than the scale allows. */
function unrounded(run: Run, value: FeelNumber, scale: FeelNumber): FeelValue {
  const rounded = round('decimal', run, value, scale, 'down');
  return rounded !== null && compareNumbers(rounded as FeelNumber, value) === 0 ? value : failed(run, 'decimal', 'rounding would be necessary');
}

function round(name: string, run: Run, value: FeelNumber, scale: FeelNumber | null, mode: RoundingMode): FeelValue {
  const digits = scale === null ? 0 : truncate(scale);
  return (digits === null ? null : roundTo(value, digits, mode)) ?? failed(run, name, 'the scale is beyond the range of numbers');
}
