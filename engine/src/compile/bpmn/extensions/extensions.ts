import type { XmlElement } from '../../xml/index.ts';
import { bpmnChild, type BpmnFile } from '../bpmn-file.ts';
import { loopwrightNamespace, zeebeNamespace } from '../namespaces.ts';

/** Names of the `zeebe` namespace that mean nothing at run time: names, descriptions and example data for tools. */
const harmless: ReadonlySet<string> = new Set(['properties']);

/**
 * The extension elements of a drawn element. Whoever reads one takes it; what nobody has taken in the end is refused by name,
 * so that nothing with a meaning at run time is passed over.
 */
export class Extensions {
  readonly file: BpmnFile;
  /** The drawn element they belong to. */
  readonly owner: XmlElement;
  private readonly untaken: Set<XmlElement>;

  constructor(file: BpmnFile, owner: XmlElement) {
    this.file = file;
    this.owner = owner;
    file.read.add(owner);
    this.untaken = new Set(bpmnChild(owner, 'extensionElements')?.children ?? []);
  }

  /** A `zeebe` extension element by name, at most one. */
  zeebe(name: string): XmlElement | null {
    return this.take(zeebeNamespace, name);
  }

  loopwright(name: string): XmlElement | null {
    return this.take(loopwrightNamespace, name);
  }

  /** The attributes of an extension element that its reader knows; another one is refused. */
  attributes<N extends string>(element: XmlElement, ...names: readonly N[]): { readonly [K in N]?: string } {
    for (const name of Object.keys(element.attributes)) {
      const known = (names as readonly string[]).includes(name) || name.startsWith('xmlns') || isTemplateMark(name);
      if (!known) this.refuse(element, 'unsupported-attribute', `The attribute '${name}' of '${element.name}' is not executed.`);
    }
    return element.attributes as { readonly [K in N]?: string };
  }

  refuse(at: XmlElement, code: string, message: string): void {
    this.file.refuse(at, code, message, this.owner.attributes['id']);
  }

  /** Refuses what has a meaning at run time and was not taken. */
  finish(): void {
    for (const element of this.untaken) {
      const { name, namespace } = element;
      if (namespace === zeebeNamespace && !harmless.has(name)) this.refuse(element, 'unsupported-extension', `'zeebe:${name}' is not executed on a ${this.owner.name}. Remove it, or model it with elements.`);
      else if (namespace === loopwrightNamespace) this.refuse(element, 'unknown-extension', `'loopwright:${name}' is not known on a ${this.owner.name}.`);
    }
    this.checkAttributes();
  }

  private take(namespace: string, name: string): XmlElement | null {
    const [first = null, second] = [...this.untaken].filter((element) => element.namespace === namespace && element.name === name);
    if (second) this.refuse(second, 'repeated-extension', `'${name}' stands more than once.`);
    if (first) this.untaken.delete(first);
    if (second) this.untaken.delete(second);
    return first;
  }

  private checkAttributes(): void {
    for (const name of Object.keys(this.owner.attributes)) {
      const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : null;
      const namespace = prefix === null ? null : this.file.prefixes.get(prefix);
      const meant = (namespace === zeebeNamespace && !isTemplateMark(name)) || namespace === loopwrightNamespace;
      if (meant) this.refuse(this.owner, 'unsupported-attribute', `The attribute '${name}' is not executed.`);
    }
  }
}

export const isTemplateMark = (name: string): boolean => /^(\w+:)?modeler(Template|Configuration)/.test(name);
