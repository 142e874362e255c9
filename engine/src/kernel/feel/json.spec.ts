import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { environmentForSpecs } from './expect-feel.ts';
import { compileExpression, emptyScope, fromJson, scopeOf, toJson, type Json } from './index.ts';

const json = (source: string): Json => {
  const compiled = compileExpression(source);
  if (!compiled.ok) throw new Error(compiled.error[0]?.message);
  const result = compiled.value.evaluate(emptyScope, environmentForSpecs());
  if (!result.ok) throw new Error(result.message);
  return toJson(result.value);
};

describe('values as JSON', () => {
  it.each<[string, Json]>([
    ['0.1 + 0.2', 0.3],
    ['1 / 3', 0.3333333333333333],
    ['@"2026-02-16"', '2026-02-16'],
    ['@"2026-02-16T10:00:00@Asia/Shanghai"', '2026-02-16T10:00:00+08:00[Asia/Shanghai]'],
    ['@"2026-02-16T10:00:00Z"', '2026-02-16T10:00:00Z'],
    ['@"10:00:00@Asia/Shanghai"', '10:00:00+08:00'],
    ['@"P1DT2H"', 'P1DT2H'],
    ['@"P14M"', 'P1Y2M'],
    ['{a: [1, {b: null}]}', { a: [1, { b: null }] }],
    ['[1..5]', '[1..5]'],
  ])('%s', (source, value) => expect(json(source)).toEqual(value));

  it('keeps JSON as it is', () =>
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }), (value) => {
        const variables = { value: JSON.parse(JSON.stringify(value)) as Json };
        expect(toJson(fromJson(variables.value))).toEqual(variables.value);
        const compiled = compileExpression('value');
        if (!compiled.ok) throw new Error('it should compile');
        const result = compiled.value.evaluate(scopeOf(variables), environmentForSpecs());
        expect(result.ok && toJson(result.value)).toEqual(variables.value);
      }),
    ));
});
