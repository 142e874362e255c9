import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportJunit } from './reports/report-junit.ts';
import { reportText } from './reports/report-text.ts';
import { runProcessTests, type ProcessTestReport } from './run-process-tests.ts';

const drawing = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="spec">
<process id="p" isExecutable="true"><startEvent id="s"/>
<userTask id="u" name="Do it"><extensionElements><zeebe:userTask/><zeebe:properties><zeebe:property name="camundaModeler:exampleOutputJson" value="{&quot;example&quot;: 1}"/></zeebe:properties></extensionElements></userTask>
<endEvent id="e"/><task id="never"/><sequenceFlow id="f1" sourceRef="s" targetRef="u"/><sequenceFlow id="f2" sourceRef="u" targetRef="e"/></process></definitions>`;

const selector = { processDefinitionId: 'p' };
const create = { type: 'CREATE_PROCESS_INSTANCE', processDefinitionSelector: selector, variables: { a: 1 } };
const complete = { type: 'COMPLETE_USER_TASK', userTaskSelector: { taskName: 'Do it' } };
const state = (expected: string) => ({ type: 'ASSERT_PROCESS_INSTANCE', processInstanceSelector: selector, state: expected });
const element = (id: string, expected: string) => ({ type: 'ASSERT_ELEMENT_INSTANCES', processInstanceSelector: selector, elementSelectors: [{ elementId: id }], state: expected });
const variables = (expected: object) => ({ type: 'ASSERT_VARIABLES', processInstanceSelector: selector, variables: expected });

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'process-tests-'));
  await writeFile(join(folder, 'p.bpmn'), drawing);
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...instructions: readonly object[]): Promise<ProcessTestReport> {
  await writeFile(join(folder, 'p.test.json'), JSON.stringify({ testCases: [{ name: 'case', instructions }] }));
  return runProcessTests([folder]);
}

const failureOf = async (...instructions: readonly object[]) => (await run(...instructions)).files[0]?.cases[0]?.failure;

describe('a process test', () => {
  it('passes when all is as expected', async () => {
    expect(await failureOf(create, element('u', 'IS_ACTIVE_EXACTLY'), { ...complete, useExampleData: true }, state('IS_COMPLETED'), variables({ example: 1, a: 1 }))).toBeNull();
  });

  const failing: readonly [what: string, instructions: readonly object[], at: number, message: RegExp][] = [
    ['a wrong state', [create, state('IS_COMPLETED')], 2, /IS_COMPLETED, but it is active \(active: u\)/],
    ['a wrong element', [create, element('e', 'IS_ACTIVE')], 2, /elementId 'e'/],
    ['an element that should not be active', [create, element('u', 'IS_NOT_ACTIVE')], 2, /not to be active, but it is/],
    ['another active element', [create, { ...element('u', 'IS_ACTIVE_EXACTLY'), elementSelectors: [] }], 2, /no other elements to be active, but u is/],
    ['an order that did not happen', [create, complete, { ...element('e', 'IS_COMPLETED_IN_ORDER'), elementSelectors: [{ elementId: 'e' }, { elementId: 'u' }] }], 3, /number 2/],
    ['a wrong value', [create, variables({ a: 2 })], 2, /Expected a to be 2, but it is 1/],
    ['a variable that is not there', [create, { ...variables({}), variableNames: ['b'] }], 2, /only a/],
    ['an expression that does not hold', [create, { type: 'ASSERT_VARIABLE', processInstanceSelector: selector, variableName: 'a', satisfiesExpression: '=a > 1' }], 2, /does not satisfy =a > 1: it is 1/],
    ['a wrong amount', [create, { type: 'ASSERT_ELEMENT_INSTANCE', processInstanceSelector: selector, elementSelector: { elementId: 'u' }, state: 'IS_ACTIVE', amount: 2 }], 2, /2 times, but it is 1 times/],
    ['a task that is not open', [create, complete, complete], 3, /There is no open user task with taskName 'Do it'/],
    ['a wrong due date', [create, { type: 'ASSERT_USER_TASK', userTaskSelector: { elementId: 'u' }, dueDate: '2026-01-01T00:00:00Z' }], 2, /Expected dueDate/],
    ['an instance that is not there', [state('IS_ACTIVE')], 1, /no instance of 'p'/],
    ['incidents that are not there', [create, { ...state('IS_ACTIVE'), hasActiveIncidents: true }], 2, /Expected an active incident/],
    ['a message that finds nobody', [create, { type: 'CORRELATE_MESSAGE', name: 'm', correlationKey: '1' }], 2, /found nobody/],
    ['a job that is not there', [create, { type: 'COMPLETE_JOB', jobSelector: { jobType: 'x' } }], 2, /no job with jobType 'x'/],
    ['a process that is not there', [{ ...create, processDefinitionSelector: { processDefinitionId: 'q' } }], 1, /No process 'q'/],
    ['an instruction that is not supported', [{ type: 'BROADCAST_SIGNAL', signalName: 's' }], 1, /BROADCAST_SIGNAL: this instruction is not supported yet/],
    ['an instruction that is not known', [{ type: 'DANCE' }], 1, /DANCE: this instruction is not known/],
    ['an instruction that is wrong', [{ ...create, processDefinitionSelector: {}, other: 1 }], 1, /processDefinitionId/],
    ['start instructions', [{ ...create, startInstructions: [{ elementId: 'u' }] }], 1, /start instructions are not supported/],
    ['a judge', [create, { type: 'ASSERT_VARIABLE', processInstanceSelector: selector, variableName: 'a', satisfiesJudge: { expectation: 'x' } }], 2, /a judge or similarity is not/],
  ];
  for (const [what, instructions, at, message] of failing) {
    it(`fails by ${what}, and says where`, async () => {
      expect(await failureOf(...instructions)).toMatchObject({ instruction: at, message: expect.stringMatching(message) });
    });
  }

  it('fails when a drawing is refused, with its line', async () => {
    await writeFile(join(folder, 'bad.bpmn'), drawing.replace('id="p"', 'id="bad"').replace('<task id="never"/>', '<transaction id="never"/>'));
    expect(await failureOf(create)).toMatchObject({ instruction: null, type: 'deploy', message: expect.stringMatching(/^bad\.bpmn:4 never: 'bpmn:transaction' is not executed/) });
    await rm(join(folder, 'bad.bpmn'));
  });

  it('lets conditional behaviours act whenever their conditions hold', async () => {
    const behaviour = {
      type: 'CONDITIONAL_BEHAVIOR',
      conditions: [{ type: 'ASSERT_USER_TASK', userTaskSelector: { elementId: 'u' }, state: 'IS_CREATED' }],
      actions: [{ ...complete, variables: { n: 1 } }, { ...complete, variables: { n: 2 } }],
    };
    expect(await failureOf(behaviour, create, variables({ n: 1 }), create, create, state('IS_COMPLETED'), variables({ n: 2 }))).toBeNull();
    expect(await failureOf({ ...behaviour, actions: [{ type: 'INCREASE_TIME', duration: 'PT1S' }] }, create)).toMatchObject({ message: expect.stringContaining('still act') });
  });

  it('is told as text and as JUnit, with what was covered', async () => {
    const report = await run(create, state('IS_COMPLETED'));
    expect(report).toMatchObject({ passed: 0, failed: 1, coverage: [{ processId: 'p', elements: { covered: 2, all: 4, missed: ['e', 'never'] }, flows: { covered: 1, all: 2, missed: ['f2'] } }] });
    expect(reportText(report, { withCoverage: true })).toMatch(/✗ case .*\n {6}instruction 2, ASSERT_PROCESS_INSTANCE: Expected .*\np: elements 2 of 4 \(50 %\), missed: e never, flows 1 of 2 \(50 %\), missed: f2\n0 passed, 1 failed$/);
    expect(reportJunit(report)).toContain('<failure message="instruction 2, ASSERT_PROCESS_INSTANCE">Expected the instance to be IS_COMPLETED, but it is active (active: u).</failure>');
  });
});
