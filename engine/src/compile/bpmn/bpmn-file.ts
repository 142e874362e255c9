import type { Finding } from '../../contract/index.ts';
import { childNamed, type XmlElement } from '../xml/index.ts';
import { bpmnNamespace } from './namespaces.ts';

/** A BPMN file while it is read: what its root defines for all processes, and what there is to tell about it. */
export class BpmnFile {
  readonly root: XmlElement;
  readonly findings: Finding[] = [];
  /** Prefixes of the attributes, as the root declares them. */
  readonly prefixes: ReadonlyMap<string, string>;
  private readonly definitions: ReadonlyMap<string, XmlElement>;
  /** Elements whose extensions somebody has read. */
  readonly read = new Set<XmlElement>();
  private readonly told = new Set<string>();

  constructor(root: XmlElement) {
    this.root = root;
    this.prefixes = new Map(Object.entries(root.attributes).flatMap(([name, uri]) => (name.startsWith('xmlns:') ? [[name.slice(6), uri] as const] : [])));
    this.definitions = new Map(root.children.flatMap((child) => (isBpmn(child) && child.attributes['id'] ? [[child.attributes['id'], child] as const] : [])));
  }

  /** Refuses the file. */
  refuse(at: XmlElement, code: string, message: string, elementId?: string): void {
    this.tell('error', at, code, message, elementId);
  }

  warn(at: XmlElement, code: string, message: string, elementId?: string): void {
    this.tell('warning', at, code, message, elementId);
  }

  /** Tells once that something is kept and not executed. */
  note(at: XmlElement, code: string, message: string): void {
    if (this.told.has(message)) return;
    this.told.add(message);
    this.tell('info', at, code, message);
  }

  /** A message, error or other definition beside the processes that a reference names; a prefix of the file's own namespace may stand before its id. */
  definition(reference: string | undefined, name: string): XmlElement | null {
    if (reference === undefined) return null;
    const found = this.definitions.get(reference) ?? this.definitions.get(reference.slice(reference.indexOf(':') + 1));
    return found?.name === name ? found : null;
  }

  private tell(severity: Finding['severity'], at: XmlElement, code: string, message: string, elementId: string | null = at.attributes['id'] ?? null): void {
    this.findings.push({ elementId, line: at.line, severity, code, message });
  }
}

export const isBpmn = ({ namespace }: XmlElement): boolean => namespace === bpmnNamespace;

export const bpmnChild = (element: XmlElement, name: string): XmlElement | undefined => {
  const child = childNamed(element, name);
  return child && isBpmn(child) ? child : undefined;
};
