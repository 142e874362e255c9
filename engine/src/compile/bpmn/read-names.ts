import type { Names } from '../../contract/index.ts';
import { childNamed, childrenNamed, readXmlSafely, type XmlElement } from '../xml/index.ts';
import { isBpmn } from './bpmn-file.ts';
import { zeebeNamespace } from './namespaces.ts';

/** What a drawing calls its elements: `default` is the name on the drawing, others are given by `zeebe:property` `name.<language>`. */
export interface NamedElement {
  readonly names: Names;
  /** The documentation, and `description.<language>`. */
  readonly descriptions: Names;
}

/** Names by element id, of processes, lanes, flow nodes and flows. Elements without a name are left out; a file that can't be read names nothing. */
export function readNames(text: string): ReadonlyMap<string, NamedElement> {
  const document = readXmlSafely(text);
  const named = new Map<string, NamedElement>();
  if (document.ok) collect(document.value.root, named);
  return named;
}

function collect(element: XmlElement, named: Map<string, NamedElement>): void {
  const { id, name } = element.attributes;
  if (isBpmn(element) && id !== undefined && name !== undefined && name !== '') {
    const properties = propertiesOf(element);
    const documentation = childNamed(element, 'documentation')?.text.trim();
    named.set(id, { names: { ...byLanguage(properties, 'name.'), default: name }, descriptions: { ...byLanguage(properties, 'description.'), ...(documentation && { default: documentation }) } });
  }
  for (const child of element.children) collect(child, named);
}

function propertiesOf(element: XmlElement): [name: string, value: string][] {
  const lists = childrenNamed(element, 'extensionElements').flatMap((extensions) => childrenNamed(extensions, 'properties')).filter(({ namespace }) => namespace === zeebeNamespace);
  return lists.flatMap(({ children }) => children.map(({ attributes }): [string, string] => [attributes['name'] ?? '', attributes['value'] ?? '']));
}

function byLanguage(properties: readonly [name: string, value: string][], prefix: string): Names {
  return Object.fromEntries(properties.filter(([name, value]) => name.startsWith(prefix) && name.length > prefix.length && value !== '').map(([name, value]) => [name.slice(prefix.length), value]));
}
