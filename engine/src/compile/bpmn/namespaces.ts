export const bpmnNamespace = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
export const zeebeNamespace = 'http://camunda.org/schema/zeebe/1.0';
export const loopwrightNamespace = 'http://loopwright.dev/schema/bpmn/1.0';

/** Namespaces of the picture and of the modeler: kept, and never of meaning at run time. */
export const drawingNamespaces: ReadonlySet<string> = new Set([
  'http://www.omg.org/spec/BPMN/20100524/DI',
  'http://www.omg.org/spec/DD/20100524/DC',
  'http://www.omg.org/spec/DD/20100524/DI',
  'http://www.w3.org/2001/XMLSchema-instance',
  'http://www.w3.org/XML/1998/namespace',
  'http://camunda.org/schema/modeler/1.0',
  bpmnNamespace,
]);

export const colourNamespaces: ReadonlySet<string> = new Set([
  'http://bpmn.io/schema/bpmn/biocolor/1.0',
  'http://www.omg.org/spec/BPMN/non-normative/color/1.0',
]);
