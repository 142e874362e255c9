import { Decimal as DecimalLibrary } from 'decimal.js';

/**
 * Numbers of 34 significant digits, halves rounded to even (IEEE 754 decimal128, DMN 10.3.2.3.1).
 * The only file that knows the decimal library. It stands on a prototype of its own and is not exported, because the library writes to both
 * while it calculates, and a host may freeze what modules export.
 */
const Decimal = DecimalLibrary.clone({
  precision: 34,
  rounding: DecimalLibrary.ROUND_HALF_EVEN,
  toExpNeg: -7000,
  toExpPos: 7000,
  maxE: 6144,
  minE: -6143,
});
Object.defineProperty(Decimal, 'prototype', { value: Object.create(null, Object.getOwnPropertyDescriptors(Decimal.prototype)) as DecimalLibrary });
export type Decimal = DecimalLibrary;

/**
 * A number is kept as a JavaScript number where its shortest decimal text is its exact value, else as a decimal:
 * whole numbers are calculated natively, all else in decimals.
 */
export type FeelNumber = number | Decimal;

export type RoundingMode = 'up' | 'down' | 'half up' | 'half down' | 'half even' | 'ceiling' | 'floor';

const roundings: Record<RoundingMode, DecimalLibrary.Rounding> = {
  up: DecimalLibrary.ROUND_UP,
  down: DecimalLibrary.ROUND_DOWN,
  'half up': DecimalLibrary.ROUND_HALF_UP,
  'half down': DecimalLibrary.ROUND_HALF_DOWN,
  'half even': DecimalLibrary.ROUND_HALF_EVEN,
  ceiling: DecimalLibrary.ROUND_CEIL,
  floor: DecimalLibrary.ROUND_FLOOR,
};

const [smallestScale, largestScale] = [-6111, 6176];
const largest = Number.MAX_SAFE_INTEGER;

export const isDecimal = (value: unknown): value is Decimal => value instanceof Decimal;

export const isNumber = (value: unknown): value is FeelNumber => typeof value === 'number' || value instanceof Decimal;

const wide = (value: FeelNumber): Decimal => (typeof value === 'number' ? new Decimal(value) : value);

/** Smallest form of a calculated decimal; null where it is no number (overflow, 0/0). */
function narrow(value: Decimal): FeelNumber | null {
  if (!value.isFinite()) return null;
  if (value.isInteger()) {
    const number = value.toNumber();
    if (number <= largest && number >= -largest) return number === 0 ? 0 : number;
  }
  return value;
}

/** A calculation that stays within the decimal format, or null. */
const settled = (value: Decimal): FeelNumber | null => narrow(value);

export function parseNumber(text: string): FeelNumber | null {
  if (!/^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return null;
  const fast = text.length < 16 ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(fast)) return fast === 0 ? 0 : fast;
  return narrow(new Decimal(text).toSignificantDigits(34));
}

export function add(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
    const sum = a + b;
    if (sum <= largest && sum >= -largest) return sum;
  }
  return settled(wide(a).plus(wide(b)));
}

export function subtract(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
    const difference = a - b;
    if (difference <= largest && difference >= -largest) return difference;
  }
  return settled(wide(a).minus(wide(b)));
}

export function multiply(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
    const product = a * b;
    if (product <= largest && product >= -largest) return product === 0 ? 0 : product;
  }
  return settled(wide(a).times(wide(b)));
}

/** Null for a division by zero. */
export function divide(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (isZero(b)) return null;
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
    const quotient = a / b;
    if (Number.isSafeInteger(quotient) && quotient * b === a) return quotient === 0 ? 0 : quotient;
  }
  return settled(wide(a).dividedBy(wide(b)));
}

export function negate(a: FeelNumber): FeelNumber {
  if (typeof a === 'number') return a === 0 ? 0 : -a;
  return a.negated();
}

/** Null where the power is no real number or leaves the decimal format. */
export function power(base: FeelNumber, exponent: FeelNumber): FeelNumber | null {
  if (isZero(base) && sign(exponent) < 0) return null;
  const whole = toInteger(exponent);
  if (whole !== null && Math.abs(whole) > 1_000_000 && !isUnitOrZero(base)) {
    const digits = wide(base).abs().log(10).times(whole);
    if (digits.abs().greaterThan(6200)) return digits.isPositive() ? null : 0;
  }
  return settled(Decimal.pow(wide(base), wide(exponent)));
}

const isUnitOrZero = (value: FeelNumber): boolean => value === 0 || value === 1 || value === -1;

export function compareNumbers(a: FeelNumber, b: FeelNumber): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  return wide(a).comparedTo(wide(b));
}

export const isZero = (value: FeelNumber): boolean => (typeof value === 'number' ? value === 0 : value.isZero());

export const sign = (value: FeelNumber): number =>
  typeof value === 'number' ? Math.sign(value) : value.isZero() ? 0 : value.isNegative() ? -1 : 1;

export const absolute = (value: FeelNumber): FeelNumber => (sign(value) < 0 ? negate(value) : value);

export const isWhole = (value: FeelNumber): boolean => (typeof value === 'number' ? Number.isInteger(value) : value.isInteger());

/** The number as a JavaScript integer, or null where it isn't a safe one. */
export function toInteger(value: FeelNumber): number | null {
  const number = typeof value === 'number' ? value : value.isInteger() ? value.toNumber() : Number.NaN;
  return Number.isSafeInteger(number) ? number : null;
}

/** Cuts the fraction off; null beyond 2^53. */
export function truncate(value: FeelNumber): number | null {
  const number = typeof value === 'number' ? Math.trunc(value) : value.truncated().toNumber();
  return Number.isSafeInteger(number) ? (number === 0 ? 0 : number) : null;
}

/** Rounded to `scale` digits after the point (before it when negative); null where the scale is beyond the decimal format. */
export function roundTo(value: FeelNumber, scale: number, mode: RoundingMode): FeelNumber | null {
  if (scale < smallestScale || scale > largestScale) return null;
  const decimal = wide(value);
  if (scale >= 0) return narrow(decimal.decimalPlaces() <= scale ? decimal : decimal.toDecimalPlaces(scale, roundings[mode]));
  const unit = new Decimal(10).pow(-scale);
  return narrow(decimal.dividedBy(unit).toDecimalPlaces(0, roundings[mode]).times(unit));
}

/** a − b × ⌊a / b⌋: the sign of the divisor; null when the divisor is zero. */
export function modulo(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (isZero(b)) return null;
  const [dividend, divisor] = [wide(a), wide(b)];
  const rest = dividend.modulo(divisor);
  return narrow(rest.isZero() || rest.isNegative() === divisor.isNegative() ? rest : rest.plus(divisor));
}

export const squareRoot = (value: FeelNumber): FeelNumber | null => (sign(value) < 0 ? null : settled(wide(value).squareRoot()));

export const naturalLogarithm = (value: FeelNumber): FeelNumber | null => (sign(value) <= 0 ? null : settled(wide(value).naturalLogarithm()));

export function exponential(value: FeelNumber): FeelNumber | null {
  if (compareNumbers(value, 14_200) > 0) return null;
  if (compareNumbers(value, -14_200) < 0) return 0;
  return settled(wide(value).naturalExponential());
}

/** Plain notation, no exponent, no trailing zeros. */
export function numberText(value: FeelNumber): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  const text = wide(value).toFixed();
  return text === '-0' ? '0' : text;
}

/** The nearest JavaScript number. */
export const toDouble = (value: FeelNumber): number => (typeof value === 'number' ? value : value.toNumber());
