import type { XmlElement } from '../../xml/index.ts';
import { isBpmn, type BpmnFile } from '../bpmn-file.ts';
import { Extensions, isTemplateMark } from '../extensions/extensions.ts';
import { colourNamespaces, drawingNamespaces, loopwrightNamespace, zeebeNamespace } from '../namespaces.ts';

/** Tells once of each kind of thing that is kept and ignored, and refuses extensions with a meaning at run time where nobody reads any. */
export function tellIgnored(file: BpmnFile, root: XmlElement): void {
  if (isBpmn(root) && !file.read.has(root) && root.name !== 'extensionElements') new Extensions(file, root).finish();
  if (isBpmn(root) && root.name === 'documentation') file.note(root, 'ignored-documentation', 'Documentation is kept and ignored.');
  if (root.namespace !== null && isForeign(root.namespace)) file.note(root, 'ignored-namespace', `Extensions of the namespace '${root.namespace}' are kept and ignored.`);
  for (const name of Object.keys(root.attributes)) tellAttribute(file, root, name);
  for (const child of root.children) tellIgnored(file, child);
}

function tellAttribute(file: BpmnFile, element: XmlElement, name: string): void {
  const namespace = name.includes(':') && !name.startsWith('xmlns') ? file.prefixes.get(name.slice(0, name.indexOf(':'))) : undefined;
  if (isTemplateMark(name)) file.note(element, 'ignored-template', 'Marks of element templates are kept and ignored.');
  else if (namespace !== undefined && colourNamespaces.has(namespace)) file.note(element, 'ignored-colour', 'Colours are kept and ignored.');
  else if (namespace !== undefined && isForeign(namespace)) file.note(element, 'ignored-namespace', `Extensions of the namespace '${namespace}' are kept and ignored.`);
}

const isForeign = (namespace: string): boolean =>
  namespace !== zeebeNamespace && namespace !== loopwrightNamespace && !drawingNamespaces.has(namespace) && !colourNamespaces.has(namespace);
