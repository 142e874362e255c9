import type { ElementModel } from '../../../kernel/index.ts';
import { readBoundaryEvent } from './boundary-event.ts';
import { readBusinessRuleTask } from './business-rule-task.ts';
import { readCallActivity } from './call-activity.ts';
import type { ElementReading, OwnParts } from './element-reader.ts';
import { readEndEvent } from './end-event.ts';
import { readEventBasedGateway } from './event-based-gateway.ts';
import { readIntermediateCatchEvent } from './intermediate-catch-event.ts';
import { readIntermediateThrowEvent } from './intermediate-throw-event.ts';
import { readReceiveTask } from './receive-task.ts';
import { readScriptTask } from './script-task.ts';
import { readSendTask } from './send-task.ts';
import { readServiceTask } from './service-task.ts';
import { readStartEvent } from './start-event.ts';
import { readUserTask } from './user-task.ts';

export type AnyReader = (reading: ElementReading) => OwnParts<ElementModel>;

/** Drawn elements that are executed, by the name of their XML element. */
export const readers: Readonly<Record<string, AnyReader>> = {
  startEvent: readStartEvent,
  endEvent: readEndEvent,
  intermediateCatchEvent: readIntermediateCatchEvent,
  intermediateThrowEvent: readIntermediateThrowEvent,
  boundaryEvent: readBoundaryEvent,
  task: () => ({ type: 'task' }),
  manualTask: () => ({ type: 'manual task' }),
  userTask: readUserTask,
  serviceTask: readServiceTask,
  sendTask: readSendTask,
  receiveTask: readReceiveTask,
  scriptTask: readScriptTask,
  businessRuleTask: readBusinessRuleTask,
  callActivity: readCallActivity,
  subProcess: ({ xml }) => ({ type: xml.attributes['triggeredByEvent'] === 'true' ? 'event subprocess' : 'subprocess' }),
  exclusiveGateway: () => ({ type: 'exclusive gateway' }),
  parallelGateway: () => ({ type: 'parallel gateway' }),
  inclusiveGateway: () => ({ type: 'inclusive gateway' }),
  eventBasedGateway: readEventBasedGateway,
};

/** Drawn elements that are not executed, and what to draw instead. */
export const refused: Readonly<Record<string, string>> = {
  complexGateway: 'draw exclusive, inclusive and parallel gateways',
  adHocSubProcess: 'draw an embedded subprocess',
  transaction: 'draw an embedded subprocess with an error boundary event',
};

/** Drawn things that document and never run. */
export const documentation: ReadonlySet<string> = new Set([
  'documentation', 'extensionElements', 'incoming', 'outgoing', 'laneSet', 'association', 'textAnnotation', 'group', 'dataObject', 'dataObjectReference',
  'dataStoreReference', 'property', 'ioSpecification', 'dataInputAssociation', 'dataOutputAssociation', 'dataInput', 'dataOutput', 'inputSet', 'outputSet',
  'auditing', 'monitoring', 'categoryValueRef', 'multiInstanceLoopCharacteristics', 'sequenceFlow', 'script',
]);
