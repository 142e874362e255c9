import { describe, expect, it } from 'vitest';
import { compileBpmn } from './compile-bpmn.ts';
import { drawn, extensions, flow } from './drawn.ts';

const start = '<startEvent id="s"/>';
const user = (id: string, more = ''): string => `<userTask id="${id}">${extensions(`<zeebe:userTask/>${more}`)}</userTask>`;
const timer = (inside: string): string => `<timerEventDefinition>${inside}</timerEventDefinition>`;

/** What is drawn behind a start event in line 3, and what is refused about it: by rule, element and line. */
type Refused = readonly [what: string, parts: readonly string[], code: string, elementId: string | null, line: number, roots?: readonly string[]];

const refusals: readonly Refused[] = [
  ['a complex gateway', ['<complexGateway id="x"/>'], 'unsupported-element', 'x', 4],
  ['a transaction', ['<transaction id="x"/>'], 'unsupported-element', 'x', 4],
  ['an ad-hoc subprocess', ['<adHocSubProcess id="x"/>'], 'unsupported-element', 'x', 4],
  ['a choreography', [], 'unsupported-element', 'c', 5, ['<choreography id="c"/>']],
  ['a signal event', ['<intermediateCatchEvent id="x">', '<signalEventDefinition/></intermediateCatchEvent>'], 'unsupported-event', 'x', 5],
  ['a conditional boundary event', [user('u'), '<boundaryEvent id="x" attachedToRef="u"><conditionalEventDefinition/></boundaryEvent>'], 'unsupported-event', 'x', 5],
  ['an escalation end event', ['<endEvent id="x"><escalationEventDefinition/></endEvent>'], 'unsupported-event', 'x', 4],
  ['compensation', ['<intermediateThrowEvent id="x"><compensateEventDefinition/></intermediateThrowEvent>'], 'unsupported-event', 'x', 4],
  ['an activity for compensation', ['<task id="x" isForCompensation="true"/>'], 'unsupported-compensation', 'x', 4],
  ['several triggers in one event', ['<intermediateCatchEvent id="x">' + timer('<timeDuration>PT1H</timeDuration>') + timer('<timeDuration>PT2H</timeDuration>') + '</intermediateCatchEvent>'], 'unsupported-event', 'x', 4],
  ['a timer start event of a process', ['<startEvent id="x">' + timer('<timeCycle>R/PT1H</timeCycle>') + '</startEvent>'], 'unsupported-event', 'x', 4],
  ['a catch event without a trigger', ['<intermediateCatchEvent id="x"/>'], 'missing-event-definition', 'x', 4],
  ['a standard loop', ['<task id="x"><standardLoopCharacteristics/></task>'], 'unsupported-loop', 'x', 4],
  ['a loop cardinality', ['<task id="x"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></task>'], 'unsupported-loop', 'x', 4],
  ['a multi-instance activity without a collection', ['<task id="x"><multiInstanceLoopCharacteristics/></task>'], 'missing-input-collection', 'x', 4],
  ['an output collection without an output element', [`<task id="x"><multiInstanceLoopCharacteristics>${extensions('<zeebe:loopCharacteristics inputCollection="=a" outputCollection="b"/>')}</multiInstanceLoopCharacteristics></task>`], 'incomplete-output-collection', 'x', 4],
  ['an input collection that is no expression', [`<task id="x"><multiInstanceLoopCharacteristics>${extensions('<zeebe:loopCharacteristics inputCollection="a"/>')}</multiInstanceLoopCharacteristics></task>`], 'not-an-expression', 'x', 4],
  ['a completion quantity', ['<task id="x" completionQuantity="2"/>'], 'unsupported-quantity', 'x', 4],
  ['a receive task that starts an instance', ['<receiveTask id="x" instantiate="true" messageRef="m"/>'], 'unsupported-instantiate', 'x', 4],
  ['execution listeners', [`<task id="x">${extensions('<zeebe:executionListeners/>')}</task>`], 'unsupported-extension', 'x', 4],
  ['task listeners', [user('x', '<zeebe:taskListeners/>')], 'unsupported-extension', 'x', 4],
  ['an embedded form', [user('x', '<zeebe:formDefinition formKey="camunda-forms:bpmn:f"/>')], 'unsupported-form-key', 'x', 4],
  ['an unknown attribute of an extension', [user('x', '<zeebe:assignmentDefinition assignee="a" team="b"/>')], 'unsupported-attribute', 'x', 4],
  ['a zeebe attribute on an element', ['<task id="x" zeebe:retryCounter="3"/>'], 'unsupported-attribute', 'x', 4],
  ['a name of ours that is not known', [user('x', '<loopwright:signature/>')], 'unknown-extension', 'x', 4],
  ['a zeebe extension where nobody reads one', [`<textAnnotation id="x">${extensions('<zeebe:script expression="=1"/>')}</textAnnotation>`], 'unsupported-extension', 'x', 4],
  ['a service task without a job type', ['<serviceTask id="x"/>'], 'missing-task-definition', 'x', 4],
  ['a script in another language', ['<scriptTask id="x" scriptFormat="groovy"><script>1</script></scriptTask>'], 'missing-script', 'x', 4],
  ['a script that is no expression', [`<scriptTask id="x">${extensions('<zeebe:script expression="1" resultVariable="r"/>')}</scriptTask>`], 'not-an-expression', 'x', 4],
  ['a script without a result variable', [`<scriptTask id="x">${extensions('<zeebe:script expression="=1"/>')}</scriptTask>`], 'missing-result-variable', 'x', 4],
  ['a business rule task without rules', ['<businessRuleTask id="x"/>'], 'missing-decision', 'x', 4],
  ['a call activity that calls nothing', ['<callActivity id="x"/>'], 'missing-called-element', 'x', 4],
  ['a business id of a called process', [`<callActivity id="x">${extensions('<zeebe:calledElement processId="q" businessId="=b"/>')}</callActivity>`], 'unsupported-attribute', 'x', 4],
  ['a version tag that is missing', [`<callActivity id="x">${extensions('<zeebe:calledElement processId="q" bindingType="versionTag"/>')}</callActivity>`], 'missing-version-tag', 'x', 4],
  ['an expression that can not be read', [user('x', '<zeebe:assignmentDefinition assignee="=1 +"/>')], 'invalid-expression', 'x', 4],
  ['a target that is no variable', [`<task id="x">${extensions('<zeebe:ioMapping><zeebe:input source="=1" target="a b"/></zeebe:ioMapping>')}</task>`], 'invalid-target', 'x', 4],
  ['a message without a name', ['<receiveTask id="x" messageRef="m"/>'], 'missing-message', 'x', 4, ['<message id="m"/>']],
  ['a message without a correlation key', ['<receiveTask id="x" messageRef="m"/>'], 'missing-correlation-key', 'x', 4, ['<message id="m" name="n"/>']],
  ['an error that is not defined', ['<endEvent id="x"><errorEventDefinition errorRef="e"/></endEvent>'], 'missing-error', 'x', 4],
  ['an incomplete timer', ['<intermediateCatchEvent id="x"><timerEventDefinition/></intermediateCatchEvent>'], 'incomplete-timer', 'x', 4],
  ['a timer value that is no duration', ['<intermediateCatchEvent id="x">' + timer('<timeDuration>1 hour</timeDuration>') + '</intermediateCatchEvent>'], 'invalid-timer', 'x', 4],
  ['a cycle that interrupts', [user('u'), '<boundaryEvent id="x" attachedToRef="u">' + timer('<timeCycle>R/PT1H</timeCycle>') + '</boundaryEvent>'], 'cycle-interrupts', 'x', 5],
  ['a non-interrupting error', [user('u'), '<boundaryEvent id="x" attachedToRef="u" cancelActivity="false"><errorEventDefinition/></boundaryEvent>'], 'error-interrupts', 'x', 5],
  ['an error caught twice', [user('u'), '<boundaryEvent id="x" attachedToRef="u"><errorEventDefinition/></boundaryEvent>', '<boundaryEvent id="y" attachedToRef="u"><errorEventDefinition/></boundaryEvent>'], 'error-caught-twice', 'y', 6],
  ['a boundary event at a gateway', ['<exclusiveGateway id="g"/>', '<boundaryEvent id="x" attachedToRef="g"><errorEventDefinition/></boundaryEvent>'], 'detached-boundary-event', 'x', 5],
  ['a second none start event', ['<startEvent id="x"/>'], 'second-start-event', 'x', 4],
  ['a subprocess without a start event', ['<subProcess id="x"/>'], 'subprocess-start-event', 'x', 4],
  ['an event subprocess without a trigger', ['<subProcess id="x" triggeredByEvent="true"><startEvent id="y"/></subProcess>'], 'event-subprocess-start-event', 'x', 4],
  ['a flow to nowhere', [flow('s', 'nowhere')], 'dangling-flow', 's-nowhere', 4],
  ['a flow without a source', ['<sequenceFlow id="x" targetRef="s"/>'], 'dangling-flow', 'x', 4],
  ['a flow across a border', ['<subProcess id="sub"><startEvent id="i"/><task id="t"/></subProcess>', flow('s', 't')], 'flow-across-scopes', 's-t', 5],
  ['a flow out of an end event', ['<endEvent id="e"/><task id="t"/>', flow('e', 't')], 'flow-out-of-end', 'e-t', 5],
  ['a flow into a start event', ['<task id="t"/>', flow('t', 's')], 'flow-into-event', 't-s', 5],
  ['a condition that is no expression', ['<task id="t"/>', flow('s', 't', '<conditionExpression>yes</conditionExpression>')], 'invalid-condition', 's-t', 5],
  ['a condition behind a parallel gateway', ['<parallelGateway id="g"/><task id="t"/>', flow('g', 't', '<conditionExpression>=true</conditionExpression>')], 'condition-not-asked', 'g-t', 5],
  ['a flow without a condition behind an exclusive gateway', ['<exclusiveGateway id="g"/><task id="t"/><task id="u"/>', flow('g', 't', '<conditionExpression>=true</conditionExpression>'), flow('g', 'u')], 'missing-condition', 'g-u', 6],
  ['a default flow of somebody else', ['<exclusiveGateway id="x" default="s-x"/>', flow('s', 'x')], 'unknown-default-flow', 'x', 4],
  ['a default flow of a parallel gateway', ['<parallelGateway id="x" default="x-t"/><task id="t"/>', flow('x', 't')], 'default-flow-not-asked', 'x', 4],
  ['a condition on the default flow', ['<exclusiveGateway id="g" default="g-t"/><task id="t"/>', flow('g', 't', '<conditionExpression>=true</conditionExpression>')], 'condition-on-default-flow', 'g-t', 5],
  ['an event-based gateway before a task', ['<eventBasedGateway id="g"/><task id="t"/><task id="u"/>', flow('g', 't'), flow('g', 'u')], 'event-gateway-target', 'g-t', 5],
  ['an event-based gateway without a choice', ['<eventBasedGateway id="x"/>'], 'event-gateway-choice', 'x', 4],
  ['a link that nobody catches', ['<intermediateThrowEvent id="x"><linkEventDefinition name="A"/></intermediateThrowEvent>'], 'link-not-caught', 'x', 4],
  ['an id that stands twice', ['<task id="x"/>', '<task id="x"/>'], 'duplicate-id', 'x', 5],
  ['an element without an id', ['<task/>'], 'missing-id', null, 4],
];

describe('what is not executed is refused by name, element and line', () => {
  for (const [what, parts, code, elementId, line, roots = []] of refusals) {
    it(what, () => {
      const { processes, findings } = compileBpmn(drawn([start, ...parts], { roots }));
      expect(findings.filter(({ severity }) => severity === 'error')).toContainEqual({ severity: 'error', code, elementId, line, message: expect.stringMatching(/.{10,}/) });
      expect(processes).toEqual([]);
    });
  }

  it('a process without a start event', () => {
    expect(compileBpmn(drawn(['<task id="t"/>'])).findings).toContainEqual(expect.objectContaining({ code: 'missing-start-event', elementId: 'p', line: 2 }));
  });

  it('a file without an executable process', () => {
    const { findings } = compileBpmn(drawn([start], { process: 'isExecutable="false"' }));
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['no-executable-process', 'error'], ['not-executable', 'info']]);
  });

  it('what is no BPMN, and what is no XML', () => {
    expect(compileBpmn('<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>').findings).toEqual([expect.objectContaining({ code: 'not-bpmn', line: 1 })]);
    expect(compileBpmn('<definitions>').findings).toEqual([expect.objectContaining({ severity: 'error', line: 1 })]);
  });
});
