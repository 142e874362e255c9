/** Drawings of any size for the benches, as BPMN text. */

const around = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="bench">
  <bpmn:process id="bench" isExecutable="true">
${inside}
  </bpmn:process>
</bpmn:definitions>`;

const flow = (source: string, target: string, condition?: string): string =>
  condition === undefined
    ? `<bpmn:sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}" />`
    : `<bpmn:sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}"><bpmn:conditionExpression>${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`;

const userTask = (id: string, more = ''): string =>
  `<bpmn:userTask id="${id}"><bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="=[&quot;qa&quot;]" /></bpmn:extensionElements>${more}</bpmn:userTask>`;

/** Tasks that pass and exclusive gateways by turns, one after another. */
export function drawChain(length: number): string {
  const ids = Array.from({ length }, (_, index) => `element-${index}`);
  const elements = ids.map((id, index) => (index % 2 === 0 ? `<bpmn:manualTask id="${id}" />` : `<bpmn:exclusiveGateway id="${id}" />`));
  const flows = ['start', ...ids].map((id, index) => flow(id, ids[index] ?? 'end'));
  return around(['<bpmn:startEvent id="start" />', ...elements, '<bpmn:endEvent id="end" />', ...flows].join('\n'));
}

/** A script task and a gateway, as often as the variable `rounds` says. */
export function drawLoop(): string {
  const script = '<bpmn:scriptTask id="count"><bpmn:extensionElements><zeebe:script expression="=n + 1" resultVariable="n" /></bpmn:extensionElements></bpmn:scriptTask>';
  return around(
    [
      '<bpmn:startEvent id="start" /><bpmn:exclusiveGateway id="merge" />',
      script,
      '<bpmn:exclusiveGateway id="more" default="more-end" /><bpmn:endEvent id="end" />',
      ...[flow('start', 'merge'), flow('merge', 'count'), flow('count', 'more'), flow('more', 'merge', '=n &lt; rounds'), flow('more', 'end')],
    ].join('\n'),
  );
}

/** Four user tasks, a fork, a boundary timer; once, or again and again. */
export function drawWork({ endless = false } = {}): string {
  const timer = '<bpmn:boundaryEvent id="late" attachedToRef="two"><bpmn:timerEventDefinition><bpmn:timeDuration>P7D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>';
  return around(
    [
      '<bpmn:startEvent id="start" /><bpmn:exclusiveGateway id="begin" />',
      ...['one', 'two', 'three', 'four'].map((id) => userTask(id)),
      timer,
      '<bpmn:parallelGateway id="fork" /><bpmn:parallelGateway id="join" /><bpmn:endEvent id="end" />',
      ...[flow('start', 'begin'), flow('begin', 'one'), flow('one', 'fork'), flow('fork', 'two'), flow('fork', 'three'), flow('two', 'join'), flow('three', 'join'), flow('join', 'four')],
      flow('four', endless ? 'begin' : 'end'),
    ].join('\n'),
  );
}

/** One multi-instance user task. */
export function drawWide(instances: number): string {
  const loop = `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..${instances} return i" inputElement="item" outputCollection="items" outputElement="=item * approved" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`;
  return around(['<bpmn:startEvent id="start" />', userTask('each', loop), '<bpmn:endEvent id="end" />', flow('start', 'each'), flow('each', 'end')].join('\n'));
}
