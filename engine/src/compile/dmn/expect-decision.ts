import { evaluateDecision, type DecisionModel, type DecisionOutcome } from '../../kernel/dmn/index.ts';
import { describeValue, scopeOf } from '../../kernel/feel/index.ts';
import { compileDecisions } from './compile-decisions.ts';

/** A model for a spec: the elements inside of `<definitions>`, of DMN 1.5 unless told. */
export function modelOf(content: string, namespace = 'https://www.omg.org/spec/DMN/20230324/MODEL/', others: readonly string[] = []): DecisionModel {
  const { model, findings } = compileDecisions(fileOf(content, 'urn:spec', namespace), others);
  if (!model || findings.length > 0) throw new Error(findings.map(({ line, message }) => `${line ?? ''}: ${message}`).join('\n'));
  return model;
}

export const fileOf = (content: string, id: string, namespace = 'https://www.omg.org/spec/DMN/20230324/MODEL/'): string =>
  `<definitions xmlns="${namespace}" id="definitions" name="spec" namespace="${id}">\n${content}\n</definitions>`;

export const evaluate = (model: DecisionModel, decision: string, inputs: Readonly<Record<string, unknown>> = {}, steps = 100_000): DecisionOutcome =>
  evaluateDecision(model, decision, scopeOf(inputs), { now: 0, zone: 'UTC', budget: { steps } });

/** The output as FEEL writes it, or why there is none. */
export function decide(model: DecisionModel, decision: string, inputs?: Readonly<Record<string, unknown>>): string {
  const outcome = evaluate(model, decision, inputs);
  return outcome.ok ? describeValue(outcome.output) : `failed: ${outcome.message}`;
}

/** A table: its columns parted by `|`, inputs before `->`; each row alike. */
export function table(hitPolicy: string, head: string, rows: readonly string[], outputValues = ''): string {
  const cells = (row: string): [string[], string[]] => row.split('->').map((side) => side.split('|').map((cell) => cell.trim())) as [string[], string[]];
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const [inputs, outputs] = cells(head);
  const values = outputValues ? `<outputValues><text>${escape(outputValues)}</text></outputValues>` : '';
  return `<decisionTable ${hitPolicy}>
    ${inputs.map((text, i) => `<input id="i${i}" label="${text}"><inputExpression><text>${escape(text)}</text></inputExpression></input>`).join('')}
    ${outputs.map((name, i) => `<output id="o${i}" name="${name}">${i === 0 ? values : ''}</output>`).join('')}
    ${rows.map((row, i) => {
      const [tests, results] = cells(row);
      return `<rule id="r${i + 1}">${tests.map((text) => `<inputEntry><text>${escape(text)}</text></inputEntry>`).join('')}${results.map((text) => `<outputEntry><text>${escape(text)}</text></outputEntry>`).join('')}</rule>`;
    }).join('')}
  </decisionTable>`;
}

export const decision = (name: string, logic: string, requires = ''): string =>
  `<decision id="${name.replaceAll(' ', '_')}" name="${name}"><variable name="${name}"/>${requires}${logic}</decision>`;

export const literal = (text: string): string => `<literalExpression><text>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text></literalExpression>`;

export const needs = (kind: 'Input' | 'Decision' | 'Knowledge', id: string): string =>
  kind === 'Knowledge'
    ? `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`
    : `<informationRequirement><required${kind} href="#${id}"/></informationRequirement>`;
