import { describe, expect, it } from 'vitest';
import { compileExpression, compileUnaryTests } from '../index.ts';
import { feel } from '../expect-feel.ts';

describe('names', () => {
  it('takes names of several words where they are told', () => {
    const names = ['Full Name', 'a-b', 'if approved', 'Rate and Fee'];
    const variables = { 'Full Name': 'Ada', 'a-b': 3, 'if approved': true, 'Rate and Fee': 7, a: 10, b: 1 };
    expect(feel('Full  Name', variables, { names })).toBe('"Ada"');
    expect(feel('a - b + 1', variables, { names })).toBe('4');
    expect(feel('a-b', variables)).toBe('9');
    expect(feel('if if approved then Rate and Fee else 0', variables, { names })).toBe('7');
  });

  it('takes entries of several words where they are told or were just written', () => {
    expect(feel('x.Monthly Income', { x: { 'Monthly Income': 5 } }, { properties: ['Monthly Income'] })).toBe('5');
    expect(feel('{Monthly Income: 5}.Monthly Income')).toBe('5');
    expect(feel('{net+tax: 5}.`net+tax`')).toBe('5');
  });

  it('refuses words in a row that are no name, and says how to write them', () => {
    expect(feel('order id = 1')).toMatch(/^syntax: 'order id' is no known name; .* backticks/);
  });

  it('takes any sign in backticks', () => expect(feel('`1. Prüfung (neu)`', { '1. Prüfung (neu)': true })).toBe('true'));

  it('takes letters of all scripts', () => expect(feel('金额 + größe', { 金额: 1, größe: 2 })).toBe('3'));
});

describe('texts', () => {
  it.each([
    ['"a\\nb"', '"a\nb"'],
    ['"\\u00e9\\U01F600"', '"é\u{1F600}"'],
    ['"C:\\\\x"', '"C:\\x"'],
    ['"\\d+"', '"\\d+"'],
    ['"say \\"hi\\""', '"say "hi""'],
  ])('%s is %s', (source, value) => expect(feel(source)).toBe(value));
});

describe('what is refused', () => {
  it.each([
    ['1 +', "expected an expression but found the end", 1, 4],
    ['(1', "expected ')' but found the end", 1, 3],
    ['if a then b', "expected 'else'", 1, 12],
    ['"open', 'the text in quotes does not end', 1, 1],
    ['a\n  ]', "expected the end but found ']'", 2, 3],
    ['not', "expected 'not(' and an expression", 1, 1],
    ['satisfies', 'expected an expression', 1, 1],
    ['', 'expected an expression but found the end', 1, 1],
    ['[1, 2', "expected ']'", 1, 6],
    ['{a 1}', "expected ':'", 1, 5],
  ])('%s: %s', (source, message, line, column) => {
    const compiled = compileExpression(source);
    expect(compiled.ok).toBe(false);
    if (!compiled.ok) expect(compiled.error[0]).toMatchObject({ message: expect.stringContaining(message), line, column });
  });

  it('says where a unary test stops', () => {
    const compiled = compileUnaryTests('< 5, >');
    if (compiled.ok) throw new Error('it should be refused');
    expect(compiled.error[0]).toMatchObject({ position: 6 });
  });
});

describe('free variables', () => {
  it.each([
    ['a + b.c', ['a', 'b']],
    ['for x in xs return x + y', ['xs', 'y']],
    ['{a: z, b: a}', ['z']],
    ['xs[item > limit]', ['xs', 'limit']],
    ['function(n) n + k', ['k']],
    ['sum(prices)', ['prices']],
    ['some s in states satisfies s = wanted', ['states', 'wanted']],
  ])('%s reads %s', (source, names) => {
    const compiled = compileExpression(source);
    if (!compiled.ok) throw new Error('it should compile');
    expect(compiled.value.freeVariables).toEqual(names);
  });
});
