/** A BPMN file around the parts of a process, for specs: one part a line, the first in line 3. */
export const drawn = (parts: readonly string[], { process = 'isExecutable="true"', roots = [] }: { readonly process?: string; readonly roots?: readonly string[] } = {}): string =>
  [
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:loopwright="http://loopwright.dev/schema/bpmn/1.0" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" targetNamespace="spec">',
    `<process id="p" name="Process" ${process}>`,
    ...parts,
    '</process>',
    ...roots,
    '</definitions>',
  ].join('\n');

export const flow = (source: string, target: string, inside = ''): string => `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${inside}</sequenceFlow>`;

export const extensions = (inside: string): string => `<extensionElements>${inside}</extensionElements>`;
