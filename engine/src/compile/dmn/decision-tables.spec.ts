import { describe, expect, it } from 'vitest';
import { decide, decision, evaluate, modelOf, table } from './expect-decision.ts';

const risk = (hitPolicy: string, outputValues = '') =>
  modelOf(decision('risk', table(hitPolicy, 'score | class -> level', ['>= 50 | - -> "high"', '[10..60] | "A", "B" -> "medium"', '< 20 | not("C") -> "low"', '- | "Z" -> "high"'], outputValues)));

describe('hit policies', () => {
  it('UNIQUE takes the one rule, and fails where two match', () => {
    expect(decide(risk('hitPolicy="UNIQUE"'), 'risk', { score: 70, class: 'A' })).toBe('"high"');
    expect(decide(risk('hitPolicy="UNIQUE"'), 'risk', { score: 55, class: 'A' })).toBe('failed: The hit policy UNIQUE allows one rule only, but the rules 1, 2 match.');
    expect(decide(risk(''), 'risk', { score: 30, class: 'C' })).toBe('null');
  });

  it('FIRST takes the first', () => expect(decide(risk('hitPolicy="FIRST"'), 'risk', { score: 55, class: 'A' })).toBe('"high"'));

  it('ANY takes equal outputs only', () => {
    expect(decide(risk('hitPolicy="ANY"'), 'risk', { score: 70, class: 'Z' })).toBe('"high"');
    expect(decide(risk('hitPolicy="ANY"'), 'risk', { score: 55, class: 'A' })).toMatch(/^failed: .* ANY .* rules 1, 2/);
  });

  it('PRIORITY goes by the order of the output values', () => {
    expect(decide(risk('hitPolicy="PRIORITY"', '"low", "medium", "high"'), 'risk', { score: 15, class: 'A' })).toBe('"low"');
  });

  it('OUTPUT ORDER and RULE ORDER give all', () => {
    expect(decide(risk('hitPolicy="OUTPUT ORDER"', '"low", "medium", "high"'), 'risk', { score: 15, class: 'A' })).toBe('["low", "medium"]');
    expect(decide(risk('hitPolicy="RULE ORDER"'), 'risk', { score: 15, class: 'A' })).toBe('["medium", "low"]');
  });

  it.each([
    ['', '[5, 7.5, 5]'],
    ['aggregation="SUM"', '17.5'],
    ['aggregation="MIN"', '5'],
    ['aggregation="MAX"', '7.5'],
    ['aggregation="COUNT"', '3'],
  ])('COLLECT %s', (aggregation, value) => {
    const fees = modelOf(decision('fees', table(`hitPolicy="COLLECT" ${aggregation}`, 'x -> fee', ['> 0 -> 5', '> 1 -> 7.5', '> 2 -> 5', '> 3 -> 100'])));
    expect(decide(fees, 'fees', { x: 3 })).toBe(value);
  });

  it('fails to sum what is no number', () => {
    const fees = modelOf(decision('fees', table('hitPolicy="COLLECT" aggregation="SUM"', 'x -> fee', ['- -> "a"'])));
    expect(decide(fees, 'fees', { x: 3 })).toBe('failed: The aggregation SUM needs numbers.');
  });

  it('gives several outputs as a context', () => {
    const model = modelOf(decision('route', table('hitPolicy="FIRST"', 'x -> to | days', ['> 5 -> "board" | 10', '- -> "lead" | 3'])));
    expect(decide(model, 'route', { x: 1 })).toBe('{to:"lead", days:3}');
  });
});

describe('the record of an evaluation', () => {
  it('holds inputs, the rules that count, and outputs', () => {
    const outcome = evaluate(risk('hitPolicy="RULE ORDER"'), 'risk', { score: 15, class: 'A' });
    expect(outcome.evaluations).toEqual([
      {
        decisionId: 'risk',
        decisionName: 'risk',
        decisionType: 'DECISION_TABLE',
        inputs: [{ inputId: 'i0', inputName: 'score', value: 15 }, { inputId: 'i1', inputName: 'class', value: 'A' }],
        matchedRules: [
          { ruleId: 'r2', ruleIndex: 2, outputs: [{ outputId: 'o0', outputName: 'level', value: 'medium' }] },
          { ruleId: 'r3', ruleIndex: 3, outputs: [{ outputId: 'o0', outputName: 'level', value: 'low' }] },
        ],
        output: ['medium', 'low'],
        failure: null,
      },
    ]);
  });

  it('holds the failure', () => {
    const outcome = evaluate(risk('hitPolicy="UNIQUE"'), 'risk', { score: 55, class: 'A' });
    expect(outcome).toMatchObject({ ok: false, decisionId: 'risk', evaluations: [{ decisionId: 'risk', output: null, failure: expect.stringContaining('UNIQUE') }] });
  });

  it('keeps the warnings of cells', () => {
    expect(evaluate(risk('hitPolicy="FIRST"'), 'risk', { class: 'A' }).warnings.map(({ type }) => type)).toContain('NOT_COMPARABLE');
  });
});

describe('bounds', () => {
  it('stops a table that takes too long', () => {
    const model = modelOf(decision('endless', table('', 'count(for i in 1..10**9 return i) -> x', ['- -> 1'])));
    expect(decide(model, 'endless')).toMatch(/^failed: .* more steps than allowed/);
  });
});
