/** A process for tests: elements as XML without their flows, and flows as `a > b > c`, with a FEEL condition as `a > b ? =x`. */
export interface DrawnProcess {
  readonly elements: readonly string[];
  readonly flows: readonly string[];
  /** Messages by id: name, and the FEEL expression of the correlation key. */
  readonly messages?: Readonly<Record<string, readonly [name: string, correlationKey?: string]>>;
  /** Codes of errors, which are their ids too. */
  readonly errors?: readonly string[];
}

export function drawProcess(id: string, { elements, flows, messages = {}, errors = [] }: DrawnProcess): string {
  const drawn = flows.flatMap((flow) => {
    const [path = '', condition] = flow.split(' ? ');
    const ids = path.split(' > ');
    return ids.slice(1).map((target, index) => sequenceFlow(ids[index]!, target, condition));
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="http://loopwright.example/tests">
${Object.entries(messages).map(([message, [name, key]]) => `  <bpmn:message id="${message}" name="${name}">${key === undefined ? '' : extension(`<zeebe:subscription correlationKey="${key}" />`)}</bpmn:message>`).join('\n')}
${errors.map((code) => `  <bpmn:error id="${code}" errorCode="${code}" />`).join('\n')}
  <bpmn:process id="${id}" isExecutable="true">
    ${[...elements, ...drawn].join('\n    ')}
  </bpmn:process>
</bpmn:definitions>`;
}

const extension = (xml: string): string => `<bpmn:extensionElements>${xml}</bpmn:extensionElements>`;

function sequenceFlow(source: string, target: string, condition: string | undefined): string {
  const when = condition === undefined ? '' : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`;
  return `<bpmn:sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${when}</bpmn:sequenceFlow>`;
}

export const startEvent = (id = 'start'): string => `<bpmn:startEvent id="${id}" />`;
export const endEvent = (id = 'end'): string => `<bpmn:endEvent id="${id}" />`;
export const parallelGateway = (id: string): string => `<bpmn:parallelGateway id="${id}" />`;
export const userTask = (id: string): string => `<bpmn:userTask id="${id}" name="${id}">${extension(`<zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="${id}" />`)}</bpmn:userTask>`;
export const serviceTask = (id: string, jobType: string): string => `<bpmn:serviceTask id="${id}">${extension(`<zeebe:taskDefinition type="${jobType}" />`)}</bpmn:serviceTask>`;
export const callActivity = (id: string, processId: string): string =>
  `<bpmn:callActivity id="${id}">${extension(`<zeebe:calledElement processId="${processId}" propagateAllChildVariables="true" />`)}</bpmn:callActivity>`;

/** A boundary event of a duration, interrupting unless said otherwise. */
export const boundaryTimer = (id: string, host: string, duration: string, interrupts = true): string =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="${interrupts}">${timer(duration)}</bpmn:boundaryEvent>`;

const timer = (duration: string): string =>
  `<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${duration}</bpmn:timeDuration></bpmn:timerEventDefinition>`;

export const catchMessage = (id: string, message: string): string =>
  `<bpmn:intermediateCatchEvent id="${id}"><bpmn:messageEventDefinition messageRef="${message}" /></bpmn:intermediateCatchEvent>`;
export const boundaryMessage = (id: string, host: string, message: string, interrupts = true): string =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="${interrupts}"><bpmn:messageEventDefinition messageRef="${message}" /></bpmn:boundaryEvent>`;
export const messageStart = (id: string, message: string): string => `<bpmn:startEvent id="${id}"><bpmn:messageEventDefinition messageRef="${message}" /></bpmn:startEvent>`;
export const timerCatch = (id: string, duration: string): string => `<bpmn:intermediateCatchEvent id="${id}">${timer(duration)}</bpmn:intermediateCatchEvent>`;
export const exclusiveGateway = (id: string, defaultFlow?: string): string => `<bpmn:exclusiveGateway id="${id}"${defaultFlow === undefined ? '' : ` default="${defaultFlow}"`} />`;
export const errorEnd = (id: string, code: string): string => `<bpmn:endEvent id="${id}"><bpmn:errorEventDefinition errorRef="${code}" /></bpmn:endEvent>`;
export const boundaryError = (id: string, host: string, code: string): string =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}"><bpmn:errorEventDefinition errorRef="${code}" /></bpmn:boundaryEvent>`;
