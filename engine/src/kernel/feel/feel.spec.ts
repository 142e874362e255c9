import { describe, expect, it } from 'vitest';
import { accepts, feel, tell } from './expect-feel.ts';

const order = { id: 'O-17', total: 1250.5, lines: [{ sku: 'A', price: 10, count: 3 }, { sku: 'B', price: 25.25, count: 2 }], customer: { name: 'Ada', country: null } };

describe('arithmetic', () => {
  it.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['10 - 4 - 3', '3'],
    ['2 ** 3 ** 2', '64'],
    ['-2 ** 2', '4'],
    ['0.1 + 0.2', '0.3'],
    ['1 / 3', '0.3333333333333333333333333333333333'],
    ['9007199254740991 + 2', '9007199254740993'],
    ['9007199254740993 * 3', '27021597764222979'],
    ['1.10 * 3', '3.3'],
    ['7 / 2', '3.5'],
    ['5 / 0', 'null'],
    ['0 ** -1', 'null'],
    ['"a" + "b"', '"ab"'],
    ['"a" + 1', 'null'],
    ['null + 1', 'null'],
    ['--5', '5'],
    ['1e3 + .5', '1000.5'],
    ['123456789012345678901234567890.1234 + 0.0001', '123456789012345678901234567890.1235'],
  ])('%s is %s', (source, value) => expect(feel(source)).toBe(value));
});

describe('comparison and logic', () => {
  it.each([
    ['1 = 1.0', 'true'],
    ['"a" < "b"', 'true'],
    ['"\uFF5E" < "\u{1F600}"', 'true'],
    ['1 = "1"', 'null'],
    ['null = null', 'true'],
    ['null != 1', 'true'],
    ['null < 1', 'null'],
    ['[1, 2] = [1, 2]', 'true'],
    ['{a: 1, b: 2} = {b: 2, a: 1}', 'true'],
    ['5 between 1 and 5', 'true'],
    ['5 in [1..5)', 'false'],
    ['5 in (> 3, < 1)', 'true'],
    ['5 in [3, 5]', 'true'],
    ['true and null', 'null'],
    ['false and null', 'false'],
    ['true or null', 'true'],
    ['false or null', 'null'],
    ['1 and true', 'null'],
    ['not(null)', 'null'],
    ['if null then 1 else 2', '2'],
    ['if "x" = "x" then {a: 1}.a else 0', '1'],
  ])('%s is %s', (source, value) => expect(feel(source)).toBe(value));
});

describe('paths, filters, iteration', () => {
  it.each([
    ['order.customer.name', '"Ada"'],
    ['order.lines.sku', '["A", "B"]'],
    ['order.lines[sku = "B"].price', '[25.25]'],
    ['order.lines[2].count', '2'],
    ['order.lines[-1].sku', '"B"'],
    ['order.lines[3]', 'null'],
    ['order.lines[item.price > 10].sku', '["B"]'],
    ['sum(for l in order.lines return l.price * l.count)', '80.5'],
    ['for a in [1, 2], b in [10, 20] return a + b', '[11, 21, 12, 22]'],
    ['for i in 3..1 return i', '[3, 2, 1]'],
    ['for i in 1..5 return if i < 3 then 1 else partial[-1] + partial[-2]', '[1, 1, 2, 3, 5]'],
    ['for d in @"2026-02-27"..@"2026-03-01" return d.day', '[27, 28, 1]'],
    ['some l in order.lines satisfies l.price > 20', 'true'],
    ['every l in order.lines satisfies l.price > 20', 'false'],
    ['every l in [] satisfies l > 1', 'true'],
    ['some x in [1, null] satisfies x > 5', 'null'],
    ['{a: 1, b: a + 1, c: {d: b + 1}}.c.d', '3'],
    ['{"two words": 1}.`two words`', '1'],
    ['`order`.id', '"O-17"'],
    ['{f: function(n) if n = 0 then 1 else n * f(n - 1)}.f(10)', '3628800'],
    ['(function(a, b) a - b)(b: 1, a: 5)', '4'],
    ['sort(order.lines, function(a, b) a.price > b.price)[1].sku', '"B"'],
    ['order.total /* gross */ > 1000 // large', 'true'],
  ])('%s is %s', (source, value) => expect(feel(source, { order })).toBe(value));
});

describe('what yields null says why', () => {
  it.each([
    ['missing', 'NO_VARIABLE_FOUND'],
    ['order.nothing', 'NO_CONTEXT_ENTRY_FOUND'],
    ['order.customer.country.code', 'NO_CONTEXT_ENTRY_FOUND'],
    ['"text".size', 'NO_PROPERTY_FOUND'],
    ['1 < "a"', 'NOT_COMPARABLE'],
    ['1 + true', 'INVALID_TYPE'],
    ['nothing(1)', 'NO_FUNCTION_FOUND'],
    ['substring("a")', 'NO_FUNCTION_FOUND'],
    ['number("x")', 'FUNCTION_INVOCATION_FAILURE'],
    ['for x in 5 return x', 'INVALID_TYPE'],
  ])('%s: %s', (source, warning) => expect(tell(source, { order })).toMatchObject({ value: 'null', warnings: expect.arrayContaining([warning]) }));

  it('keeps no warning where nothing went wrong', () => expect(tell('order.total > 1000', { order })).toEqual({ value: 'true', warnings: [] }));

  it('fails where an assertion does not hold', () => {
    expect(feel('assert(order.total, order.total > 2000, "too small")', { order })).toBe('assertion: too small');
    expect(feel('assert(order.total, order.total > 1000)', { order })).toBe('1250.5');
  });
});

describe('unary tests', () => {
  it.each<[string, string | number | boolean | null, boolean | null]>([
    ['-', null, true],
    ['5', 5, true],
    ['"a", "b"', 'b', true],
    ['not("a", "b")', 'c', true],
    ['< 10', 9, true],
    ['[1..10]', 10, true],
    ['(1..10)', 10, false],
    [']1..10[', 5, true],
    ['> 3 and < 5', 4, true],
    ['> 3 and < 5', 6, false],
    ['? > limit', 8, true],
    ['starts with(?, "x")', 'xy', true],
    ['[1, 2, 3]', 2, true],
    ['true', false, false],
    ['limit', 7, true],
    ['limit > 5', 1, true],
    ['< 10', null, null],
    ['not(null)', null, false],
  ])('%s accepts %s: %s', (tests, input, outcome) => expect(accepts(tests, input, { limit: 7 })).toBe(outcome));
});

describe('the dialects', () => {
  it.each([
    ['string(duration("PT0S"))', '"P0D"', '"PT0S"'],
    ['string({a: "x"})', '"{a:"x"}"', '"{a: "x"}"'],
    ['time("10:00:00+02:00") = time("08:00:00Z")', 'false', 'true'],
    ['list contains(1, 1)', 'null', 'true'],
    ['abs(number: -1)', '1', 'null'],
  ])('%s is %s for Camunda and %s by the standard', (source, camunda, standard) => {
    expect(feel(source)).toBe(camunda);
    expect(feel(source, {}, { dialect: 'standard' })).toBe(standard);
  });
});
