import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compareNumbers, divide, modulo, multiply, negate, numberText, parseNumber, roundTo, subtract, type FeelNumber } from './decimal.ts';
import { compileExpression, emptyScope } from './index.ts';
import { environmentForSpecs } from './expect-feel.ts';

const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((n) => parseNumber((n / 100).toFixed(2)) as FeelNumber);
const whole = fc.maxSafeInteger();
const any = fc.oneof(cents, whole);
const text = (value: FeelNumber | null): string => (value === null ? 'null' : numberText(value));

describe('decimals', () => {
  it('add up whatever the order', () => fc.assert(fc.property(any, any, (a, b) => void expect(text(add(a, b))).toBe(text(add(b, a))))));

  it('take away what was added', () => fc.assert(fc.property(any, any, (a, b) => void expect(text(subtract(add(a, b) as FeelNumber, b))).toBe(numberText(a)))));

  it('distribute over sums', () =>
    fc.assert(
      fc.property(cents, cents, cents, (a, b, c) => {
        const sum = multiply(a, add(b, c) as FeelNumber);
        expect(text(sum)).toBe(text(add(multiply(a, b) as FeelNumber, multiply(a, c) as FeelNumber)));
      }),
    ));

  it('agree with whole numbers of any size', () => fc.assert(fc.property(whole, whole, (a, b) => void expect(text(add(a, b))).toBe((BigInt(a) + BigInt(b)).toString()))));

  it('read what they write', () => fc.assert(fc.property(any, (a) => void expect(text(parseNumber(numberText(a)))).toBe(numberText(a)))));

  it('order as their difference says', () => fc.assert(fc.property(any, any, (a, b) => void expect(compareNumbers(a, b)).toBe(compareNumbers(subtract(a, b) as FeelNumber, 0)))));

  it('divide with a rest of the sign of the divisor', () =>
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        if (compareNumbers(b, 0) === 0) return void expect(divide(a, b)).toBeNull();
        const rest = modulo(a, b) as FeelNumber;
        expect(compareNumbers(rest, 0) === 0 || compareNumbers(rest, 0) === compareNumbers(b, 0)).toBe(true);
      }),
    ));

  it('round halves to even, alike on both sides of zero', () =>
    fc.assert(fc.property(cents, (a) => void expect(text(roundTo(negate(a), 1, 'half even'))).toBe(text(negate(roundTo(a, 1, 'half even') as FeelNumber))))));
});

describe('an evaluation', () => {
  it('gives the same each time', () =>
    fc.assert(
      fc.property(cents, cents, fc.constantFrom('+', '-', '*', '/', '**', '=', '<'), (a, b, operator) => {
        const compiled = compileExpression(`(${numberText(a)}) ${operator} (${numberText(b)})`);
        if (!compiled.ok) throw new Error('it should compile');
        expect(compiled.value.evaluate(emptyScope, environmentForSpecs())).toEqual(compiled.value.evaluate(emptyScope, environmentForSpecs()));
      }),
      { numRuns: 200 },
    ));
});
