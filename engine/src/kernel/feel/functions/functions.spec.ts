import { describe, expect, it } from 'vitest';
import { feel, tell } from '../expect-feel.ts';

function check(title: string, cases: readonly (readonly [string, string])[]): void {
  describe(title, () => {
    it.each(cases)('%s is %s', (source, value) => expect(feel(source)).toBe(value));
  });
}

check('strings', [
  ['substring("foobar", 3)', '"obar"'],
  ['substring("foobar", -2, 1)', '"a"'],
  ['substring("\u{1F600}bc", 2)', '"bc"'],
  ['substring("abc", 2, 9)', '"bc"'],
  ['string length("\u{1F600}")', '1'],
  ['upper case("aBc4")', '"ABC4"'],
  ['substring before("a=b=c", "=")', '"a"'],
  ['substring after("a=b=c", "=")', '"b=c"'],
  ['contains("foobar", "ob")', 'true'],
  ['starts with("foobar", "ob")', 'false'],
  ['trim("  x ")', '"x"'],
  ['is blank(" \\t")', 'true'],
  ['to base64("FEEL")', '"RkVFTA=="'],
  ['to base64("é\u{1F600}")', '"w6nwn5iA"'],
  ['string join(["a", null, "c"], "-")', '"a-c"'],
  ['string join(["a", "b"], ", ", "[", "]")', '"[a, b]"'],
  ['string join(["a", 1])', 'null'],
]);

check('patterns', [
  ['matches("Ordering", "^O[a-z]+$")', 'true'],
  ['matches("ORDER", "order", "i")', 'true'],
  ['matches("a\\nb", "a.b")', 'false'],
  ['matches("a\\nb", "a.b", "s")', 'true'],
  ['matches("X", "[A-Z-[XY]]")', 'false'],
  ['matches("hello world", "hello\\ world")', 'true'],
  ['matches("helloworld", "hello world", "x")', 'true'],
  ['matches("a", "(")', 'null'],
  ['matches("aa", "(a)\\1")', 'null'],
  ['replace("2026-02-16", "(\\d+)-(\\d+)-(\\d+)", "$3.$2.$1")', '"16.02.2026"'],
  ['replace("a.b", ".", "x", "q")', '"axb"'],
  ['split("a;b;;c", ";")', '["a", "b", "", "c"]'],
  ['extract("A1 B22", "[A-Z]\\d+")', '["A1", "B22"]'],
]);

check('lists', [
  ['count([1, null])', '2'],
  ['min(3, 1, 2)', '1'],
  ['max(["a", "c", "b"])', '"c"'],
  ['max([@"2026-01-01", @"2026-03-01"])', '2026-03-01'],
  ['sum([])', 'null'],
  ['sum(0.1, 0.2, 0.3)', '0.6'],
  ['product([2, 3.5])', '7'],
  ['mean([1, 2, 4])', '2.333333333333333333333333333333333'],
  ['median([6, 1, 2, 3])', '2.5'],
  ['stddev([2, 4, 7, 5])', '2.081665999466132735282297706979931'],
  ['mode([6, 1, 9, 6, 1])', '[1, 6]'],
  ['all([true, null])', 'null'],
  ['any([true, null])', 'true'],
  ['list contains([1, null], null)', 'true'],
  ['sublist([1, 2, 3], -2)', '[2, 3]'],
  ['append([1], 2, [3])', '[1, 2, [3]]'],
  ['concatenate([1], [2, 3])', '[1, 2, 3]'],
  ['insert before([1, 3], 2, 2)', '[1, 2, 3]'],
  ['remove([1, 2, 3], -1)', '[1, 2]'],
  ['remove([1], 5)', 'null'],
  ['list replace([1, 2, 3], 2, 9)', '[1, 9, 3]'],
  ['list replace([2, 4, 7], function(item, new) item < new, 5)', '[5, 5, 7]'],
  ['reverse([1, 2])', '[2, 1]'],
  ['index of([1, 2, 1], 1)', '[1, 3]'],
  ['union([1, 2], [2, 3])', '[1, 2, 3]'],
  ['distinct values([1, 1.0, "1", null, null, {a: 1}, {a: 1}])', '[1, "1", null, {a:1}]'],
  ['duplicate values([1, 2, 2, 3, 1])', '[1, 2]'],
  ['flatten([[1, [2]], 3])', '[1, 2, 3]'],
  ['partition([1, 2, 3], 2)', '[[1, 2], [3]]'],
  ['sort([3, 1, 2])', '[1, 2, 3]'],
  ['sort(list: [3, 1, 2], precedes: function(a, b) a > b)', '[3, 2, 1]'],
  ['is empty([])', 'true'],
]);

check('numbers', [
  ['decimal(2.5, 0)', '2'],
  ['decimal(3.5, 0)', '4'],
  ['decimal(1234.5, -2)', '1200'],
  ['decimal(2.5, 0, "HALF_UP")', '3'],
  ['round up(-1.1, 0)', '-2'],
  ['round half down(5.125, 2)', '5.12'],
  ['floor(-1.5)', '-2'],
  ['ceiling(1.21, 1)', '1.3'],
  ['modulo(-12, 5)', '3'],
  ['modulo(5, 0)', 'null'],
  ['sqrt(16)', '4'],
  ['sqrt(-1)', 'null'],
  ['abs(@"-P1D")', 'P1D'],
  ['odd(-3)', 'true'],
  ['even(2.5)', 'false'],
  ['log(1)', '0'],
]);

check('contexts', [
  ['get value({a: {b: 1}}, ["a", "b"])', '1'],
  ['get value({a: 1}, "z")', 'null'],
  ['get entries({a: 1})', '[{key:"a", value:1}]'],
  ['context put({a: 1}, "b", 2)', '{a:1, b:2}'],
  ['context put({a: {b: 1}}, ["a", "c"], 2)', '{a:{b:1, c:2}}'],
  ['context merge([{a: 1}, {a: 2, b: 3}])', '{a:2, b:3}'],
  ['context([{key: "a", value: 1}])', '{a:1}'],
]);

check('conversion', [
  ['number("1 234,56", " ", ",")', '1234.56'],
  ['number("1,234.5", ",", ".")', '1234.5'],
  ['number("1.2.3")', 'null'],
  ['string(1.50)', '"1.5"'],
  ['string([1, "a", null])', '"[1, "a", null]"'],
  ['string(@"2026-02-16T08:00:00@Asia/Shanghai")', '"2026-02-16T08:00:00@Asia/Shanghai"'],
  ['from json("{\\"a\\": [1, 2.50]}")', '{a:[1, 2.5]}'],
  ['from json("12345678901234567890.5")', '12345678901234567890.5'],
  ['from json("nonsense")', 'null'],
  ['to json({a: @"2026-02-16", b: [1.5, null]})', '"{"a":"2026-02-16","b":[1.5,null]}"'],
  ['is defined(nothing)', 'false'],
  ['get or else(null, 5)', '5'],
]);

check('ranges', [
  ['before([1..5), [5..9])', 'true'],
  ['after(6, [1..5])', 'true'],
  ['meets([1..5], [5..9])', 'true'],
  ['met by([5..9], [1..5))', 'false'],
  ['overlaps([1..5], (5..9])', 'false'],
  ['overlaps before([1..5], [4..9])', 'true'],
  ['overlaps after([4..9], [1..5])', 'true'],
  ['finishes(5, [1..5])', 'true'],
  ['finished by([1..5], (3..5])', 'true'],
  ['includes([1..9], [1..5))', 'true'],
  ['during(@"2026-02-16", [@"2026-02-01"..@"2026-02-28"])', 'true'],
  ['starts((1..5], [1..5])', 'false'],
  ['started by([1..9], 1)', 'true'],
  ['coincides([1..5], [1..5])', 'true'],
  ['range("[1..5)").end included', 'false'],
  ['[1..5].start', '1'],
  ['before(1, "a")', 'null'],
]);

describe('functions that depend on chance', () => {
  it.each(['random number()', 'uuid()'])('%s is refused by name', (source) => {
    expect(tell(source)).toEqual({ value: 'null', warnings: ['FUNCTION_INVOCATION_FAILURE'] });
  });
});
