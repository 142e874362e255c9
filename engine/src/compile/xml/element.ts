/** An element of an XML document, its names resolved to namespaces. */
export interface XmlElement {
  /** Name without its prefix. */
  readonly name: string;
  /** Namespace URI, null where it is in none. */
  readonly namespace: string | null;
  /** Attributes by the name as written, prefix included. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
  /** Line on which it begins, from 1. */
  readonly line: number;
}

/** A document that is well-formed and within the bounds, and where its elements stand. */
export interface XmlDocument {
  readonly root: XmlElement;
  /** Line of the element with an `id`, or null. */
  readonly lineOf: (id: string) => number | null;
}

export const childNamed = (element: XmlElement, name: string): XmlElement | undefined => element.children.find((child) => child.name === name);

export const childrenNamed = (element: XmlElement, name: string): XmlElement[] => element.children.filter((child) => child.name === name);
