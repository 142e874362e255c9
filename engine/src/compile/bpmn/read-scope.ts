import type { ElementModel, FlowModel, FormReference } from '../../kernel/index.ts';
import type { XmlElement } from '../xml/index.ts';
import { bpmnChild, isBpmn, type BpmnFile } from './bpmn-file.ts';
import type { ElementReading } from './elements/element-reader.ts';
import { documentation, readers, refused } from './elements/readers.ts';
import { Extensions } from './extensions/extensions.ts';
import { readForm } from './extensions/form.ts';
import { readIoMapping } from './extensions/io-mapping.ts';
import { readMultiInstance } from './extensions/multi-instance.ts';

/** A process while it is read: its elements and flows, and where each is drawn. */
export interface DrawnProcess {
  readonly elements: Map<string, ElementModel>;
  readonly flows: Map<string, FlowModel>;
  readonly drawn: Map<string, XmlElement>;
  /** Form of the none start event. */
  startForm: FormReference | null;
}

/** Reads what is drawn inside a process or subprocess. */
export function readScope(file: BpmnFile, xml: XmlElement, place: ElementReading['place'], into: DrawnProcess): void {
  for (const child of xml.children) {
    if (!isBpmn(child)) continue;
    if (Object.hasOwn(readers, child.name)) readElement(file, child, xml.attributes['id'] ?? '', place, into);
    else if (child.name === 'sequenceFlow') readFlow(file, child, into);
    else if (!documentation.has(child.name)) refuseElement(file, child);
  }
}

function refuseElement(file: BpmnFile, xml: XmlElement): void {
  const advice = Object.hasOwn(refused, xml.name) ? `; ${refused[xml.name]}` : '';
  file.refuse(xml, 'unsupported-element', `'bpmn:${xml.name}' is not executed${advice}.`);
}

function readElement(file: BpmnFile, xml: XmlElement, scope: string, place: ElementReading['place'], into: DrawnProcess): void {
  const { id, name, default: defaultFlow } = xml.attributes;
  if (!id) return file.refuse(xml, 'missing-id', `A ${xml.name} has no id.`);
  if (into.drawn.has(id)) return;
  checkUnsupportedParts(file, xml);
  const extensions = new Extensions(file, xml);
  const own = readers[xml.name]?.({ file, xml, extensions, place });
  const mappable = !xml.name.endsWith('Gateway');
  const loop = readMultiInstance(file, xml);
  const element = {
    ...own,
    id,
    scope,
    ...(name && { name }),
    ...(defaultFlow && { defaultFlow }),
    ...(mappable && readIoMapping(extensions)),
    ...(loop && { loop }),
  } as ElementModel;
  if (place === 'process' && xml.name === 'startEvent') into.startForm ??= readForm(extensions);
  extensions.finish();
  into.elements.set(id, element);
  into.drawn.set(id, xml);
  if (xml.name === 'subProcess') readScope(file, xml, element.type === 'event subprocess' ? 'event subprocess' : 'subprocess', into);
}

function checkUnsupportedParts(file: BpmnFile, xml: XmlElement): void {
  const { isForCompensation, startQuantity = '1', completionQuantity = '1' } = xml.attributes;
  if (isForCompensation === 'true') file.refuse(xml, 'unsupported-compensation', 'Compensation is not executed.');
  if (startQuantity !== '1' || completionQuantity !== '1') file.refuse(xml, 'unsupported-quantity', 'A start or completion quantity other than 1 is not executed.');
  for (const child of xml.children) {
    if (!isBpmn(child) || documentation.has(child.name) || child.name.endsWith('ventDefinition') || child.name === 'eventDefinitionRef') continue;
    const inside = xml.name === 'subProcess';
    if (child.name === 'standardLoopCharacteristics') file.refuse(child, 'unsupported-loop', 'A standard loop is not executed; draw the loop with a gateway.', xml.attributes['id']);
    else if (roles.has(child.name)) file.note(child, 'ignored-role', `'bpmn:${child.name}' is kept and ignored; who does a task is said by zeebe:assignmentDefinition.`);
    else if (!inside) file.refuse(child, 'unsupported-element', `'bpmn:${child.name}' inside a ${xml.name} is not executed.`, xml.attributes['id']);
  }
}

const roles: ReadonlySet<string> = new Set(['resourceRole', 'performer', 'humanPerformer', 'potentialOwner']);

function readFlow(file: BpmnFile, xml: XmlElement, into: DrawnProcess): void {
  const { id, sourceRef: source, targetRef: target } = xml.attributes;
  if (!id || !source || !target) return file.refuse(xml, 'dangling-flow', 'A sequence flow needs an id, a source and a target.');
  if (into.drawn.has(id)) return;
  const condition = bpmnChild(xml, 'conditionExpression')?.text.trim();
  if (condition && !condition.startsWith('=')) file.refuse(xml, 'invalid-condition', `The condition '${condition}' is no FEEL expression; it has to begin with '='.`);
  new Extensions(file, xml).finish();
  into.flows.set(id, { id, source, target, ...(condition && { condition }) });
  into.drawn.set(id, xml);
}
