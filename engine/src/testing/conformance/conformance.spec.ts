import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runCasesIn, type CaseGroup } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
afterAll(() => rmSync(folder, { recursive: true }));

const model = `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="urn:m">
  <inputData id="x" name="x"><variable name="x" typeRef="number"/></inputData>
  <decision id="double" name="double"><variable name="double"/><informationRequirement><requiredInput href="#x"/></informationRequirement><literalExpression><text>x * 2</text></literalExpression></decision>
  <decision id="half" name="half"><variable name="half"/><literalExpression><text>1 /</text></literalExpression></decision>
  <decision id="java" name="java"><variable name="java"/><context><contextEntry><variable name="f"/><functionDefinition kind="Java"/></contextEntry><contextEntry><literalExpression><text>f()</text></literalExpression></contextEntry></context></decision>
</definitions>`;

const result = (name: string, value: string): string => `<resultNode name="${name}"><expected>${value}</expected></resultNode>`;
const tests = `<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <modelName>m.dmn</modelName>
  <testCase id="1">
    <inputNode name="x"><value xsi:type="xsd:decimal">1.5</value></inputNode>
    ${result('double', '<value xsi:type="xsd:decimal">3</value>')}
    ${result('half', '<value xsi:nil="true"/>')}
    ${result('java', '<value xsi:type="xsd:decimal">1</value>')}
    ${result('double', '<list><item><value xsi:type="xsd:string">no</value></item></list>')}
  </testCase>
</testCases>`;

const pairs = {
  cases: [
    { id: 'p1', kind: 'expression', expression: 'a + @"P1D"', variables: { a: { $feel: 'date', value: '2026-02-16' } }, expected: { result: { $feel: 'date', value: '2026-02-17' } } },
    { id: 'p2', kind: 'unary-tests', expression: '> 3', input: 5, variables: {}, expected: { result: true } },
    { id: 'p3', kind: 'expression', expression: 'missing', variables: {}, expected: { result: null, suppressed_failure: 'NO_VARIABLE_FOUND' } },
    { id: 'p4', kind: 'expression', expression: '1 +', variables: {}, expected: { failure_contains: 'failed to parse' } },
    { id: 'p5', kind: 'expression', expression: '1 + 1', variables: {}, expected: { result: 3 } },
  ],
};

it('finds the cases of a folder by itself and says what came of each', async () => {
  mkdirSync(join(folder, 'tck'));
  writeFileSync(join(folder, 'tck', 'm.dmn'), model);
  writeFileSync(join(folder, 'tck', 'm-test-01.xml'), tests);
  writeFileSync(join(folder, 'pairs.json'), JSON.stringify(pairs));
  writeFileSync(join(folder, 'other.json'), '[1, 2');
  const groups: CaseGroup[] = [];
  for await (const group of runCasesIn(folder)) groups.push(group);
  expect(groups.map(({ kind, place, cases }) => [kind, place, cases.map(({ outcome }) => outcome.result)])).toEqual([
    ['FEEL pairs', 'pairs.json', ['passed', 'passed', 'passed', 'passed', 'failed']],
    ['decision tests', 'tck', ['passed', 'passed', 'refused', 'failed']],
  ]);
});
