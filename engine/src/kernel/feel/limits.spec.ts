import { describe, expect, it } from 'vitest';
import { environmentForSpecs, tell } from './expect-feel.ts';

const bounded = (source: string): string => tell(source, {}, {}, environmentForSpecs(50_000)).value;

describe('an expression that would not end', () => {
  it.each([
    ['a huge range', 'for i in 1..10**12 return i'],
    ['ranges in ranges', 'for a in 1..1000, b in 1..1000, c in 1..1000 return 1'],
    ['a quantifier', 'some i in 1..10**15 satisfies i < 0'],
    ['a function that calls itself', '{f: function(n) f(n + 1), r: f(1)}.r'],
    ['a function given to itself', '(function(x) x(x))(function(x) x(x))'],
    ['many calls', '{f: function(n) if n < 2 then n else f(n - 1) + f(n - 2), r: f(40)}.r'],
    ['texts that double', `{a: "0123456789", ${'bcdefghi'.split('').map((name, i) => `${name}: ${Array(10).fill('abcdefghi'[i]).join(' + ')}`).join(', ')}}.i`],
    ['lists that double', `{a: [1, 2], ${'bcdefghijklmnopqrst'.split('').map((name, i) => `${name}: concatenate(${'abcdefghijklmnopqrst'[i]}, ${'abcdefghijklmnopqrst'[i]})`).join(', ')}}.t`],
    ['shared parts that are written out', `{a: [1, 2], ${'bcdefghijklmnopqrstuvwxyz'.split('').map((name, i) => `${name}: [${'abcdefghijklmnopqrstuvwxyz'[i]}, ${'abcdefghijklmnopqrstuvwxyz'[i]}]`).join(', ')}}.z`],
    ['results within results', 'for i in 1..1000 return [partial]'],
    ['a replacement that grows', `replace("${'a'.repeat(2000)}", "a", "${'b'.repeat(2000)}")`],
  ])('%s stops at the budget', (_, source) => expect(bounded(source)).toMatch(/^budget: /));
});

describe('an expression too large to read', () => {
  it.each([
    ['parentheses', '('.repeat(5000) + '1' + ')'.repeat(5000)],
    ['signs', `${'-'.repeat(5000)}1`],
    ['a long sum', `1${' + 1'.repeat(5000)}`],
    ['a long text', `"${'x'.repeat(200_000)}"`],
    ['tests in tests', `${'x in ('.repeat(300)}1..2${')'.repeat(300)}`],
    ['an open comment', '/*'.repeat(10_000)],
  ])('%s is refused', (_, source) => expect(bounded(source)).toMatch(/^syntax: /));
});

describe('what stays within bounds', () => {
  it.each([
    ['(a+)+$ on a long text', `matches("${'a'.repeat(5000)}!", "(a+)+$")`, 'false'],
    ['an exponent beyond the decimals', '9.99 ** 999999999', 'null'],
    ['an exponent close to one', '1.0000001 ** 9007199254740991', 'null'],
    ['a large exponential', 'exp(1000000)', 'null'],
    ['a deep JSON text', `from json("${'['.repeat(20_000)}${']'.repeat(20_000)}")`, 'null'],
    ['names of JavaScript', '{__proto__: 1, constructor: 2}.constructor', '2'],
    ['properties of JavaScript', '{}.constructor', 'null'],
  ])('%s', (_, source, value) => expect(bounded(source)).toBe(value));

  it('counts one budget over several evaluations', () => {
    const environment = environmentForSpecs(150);
    expect(tell('count(for i in 1..100 return i)', {}, {}, environment).value).toBe('100');
    expect(tell('count(for i in 1..100 return i)', {}, {}, environment).value).toMatch(/^budget: /);
  });
});
