import type { Finding } from '../../contract/index.ts';
import { childNamed, childrenNamed, type XmlElement } from '../xml/element.ts';
import { modelNamespaces } from './namespaces.ts';

/** What is gathered while a model is read. */
export class Reading {
  readonly findings: Finding[] = [];

  error(element: XmlElement, code: string, message: string): void {
    this.findings.push({ elementId: ownerId(element), line: element.line, severity: 'error', code, message });
  }
}

const ownerId = (element: XmlElement): string | null => element.attributes.id ?? null;

/** The children of DMN's own namespaces with a name; extensions of others don't count. */
export const modelChildren = (element: XmlElement, name: string): XmlElement[] => childrenNamed(element, name).filter(isOfModel);

export const modelChild = (element: XmlElement, name: string): XmlElement | undefined => modelChildren(element, name)[0];

export const isOfModel = (element: XmlElement): boolean => element.namespace !== null && Object.hasOwn(modelNamespaces, element.namespace);

/** The trimmed text of a child, or null where it is missing or empty. */
export function textOfChild(element: XmlElement | undefined, name: string): string | null {
  const text = element && childNamed(element, name)?.text.trim();
  return text ? text : null;
}

/** The name of a type as FEEL knows it: without the prefix of a namespace that a tool put before it. */
export function typeOf(element: XmlElement | undefined): string | null {
  const written = element?.attributes.typeRef ?? (element && textOfChild(element, 'typeRef'));
  if (!written) return null;
  return written.replace(/^[\w.-]*:/u, '').trim() || null;
}

/** An identifier of an attribute without its prefix, whatever that is (`camunda:inputVariable`). */
export function attributeNamed(element: XmlElement, name: string): string | undefined {
  const key = Object.keys(element.attributes).find((written) => written === name || written.endsWith(`:${name}`));
  return key === undefined ? undefined : element.attributes[key];
}
