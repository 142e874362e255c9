import { compileExpression, type CompiledExpression } from '../feel/index.ts';
import type { ElementModel, ElementType, ModelOf } from './element-model.ts';
import type { FlowModel, ProcessModel } from './process-model.ts';

/** A process model with what is looked up again and again: made once for a model, kept as long as the model is. */
export class PreparedModel {
  readonly source: ProcessModel;
  readonly process: ElementModel;
  private readonly elements: ReadonlyMap<string, ElementModel>;
  private readonly outgoing = new Map<string, readonly FlowModel[]>();
  private readonly attached = new Map<string, ElementModel[]>();
  private readonly starts = new Map<string, ModelOf<'start event'>>();
  private readonly expressions = new Map<string, ReturnType<typeof compileExpression>>();
  private readonly reaching = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();

  constructor(source: ProcessModel) {
    this.source = source;
    this.elements = new Map(Object.entries(source.elements));
    this.process = this.element(source.processId);
    for (const element of Object.values(source.elements)) {
      this.outgoing.set(element.id, (element.outgoing ?? []).map((id) => this.flow(id)));
      const owner = this.ownerOf(element);
      if (owner !== null) this.attached.set(owner, [...(this.attached.get(owner) ?? []), element]);
      else if (element.type === 'start event' && !element.trigger) this.starts.set(element.scope ?? '', element);
    }
  }

  element(id: string): ElementModel {
    const element = this.elements.get(id);
    if (!element) throw new Error(`the model of ${this.source.processId} has no element ${id}`);
    return element;
  }

  typed<T extends ElementType>(id: string, type: T): ModelOf<T> {
    const element = this.element(id);
    if (element.type !== type) throw new Error(`${id} is not a ${type}`);
    return element as ModelOf<T>;
  }

  flow(id: string): FlowModel {
    const flow = this.source.flows[id];
    if (!flow) throw new Error(`the model of ${this.source.processId} has no flow ${id}`);
    return flow;
  }

  outgoingOf(id: string): readonly FlowModel[] {
    return this.outgoing.get(id) ?? [];
  }

  /** Events that listen while an element is active: its boundary events, and the start events of event subprocesses inside it. */
  attachedTo(id: string): readonly ElementModel[] {
    return this.attached.get(id) ?? [];
  }

  /** Whether somebody else's element instance listens for this event. */
  isAttached(id: string): boolean {
    return this.ownerOf(this.element(id)) !== null;
  }

  /** Whether an event goes on listening after it has fired: those do that interrupt nothing. */
  staysOpen(id: string): boolean {
    const event = this.element(id);
    return 'nonInterrupting' in event && event.nonInterrupting === true;
  }

  /** The start event without a trigger inside a scope. */
  noneStartOf(scopeId: string): ModelOf<'start event'> | null {
    return this.starts.get(scopeId) ?? null;
  }

  /** A FEEL source, compiled when it is first used. */
  expression(source: string): ReturnType<typeof compileExpression> {
    let compiled = this.expressions.get(source);
    if (!compiled) this.expressions.set(source, (compiled = compileExpression(source)));
    return compiled;
  }

  /** For each incoming flow of a gateway: the elements from which a token can reach it without passing the gateway. */
  reachingInto(gatewayId: string): ReadonlyMap<string, ReadonlySet<string>> {
    let reaching = this.reaching.get(gatewayId);
    if (!reaching) {
      const gateway = this.element(gatewayId);
      reaching = new Map((gateway.incoming ?? []).map((id) => [id, this.upstreamOf(this.flow(id).source, gatewayId)]));
      this.reaching.set(gatewayId, reaching);
    }
    return reaching;
  }

  private upstreamOf(elementId: string, without: string): ReadonlySet<string> {
    const found = new Set<string>();
    const open = elementId === without ? [] : [elementId];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      for (const before of this.before(this.element(id))) if (before !== without) open.push(before);
    }
    return found;
  }

  /** Elements from which a token can come to this one at once. */
  private before(element: ElementModel): readonly string[] {
    if (element.type === 'boundary event') return [element.host];
    const sources = (element.incoming ?? []).map((id) => this.flow(id).source);
    if (element.type !== 'intermediate catch event' || element.trigger.type !== 'link') return sources;
    const { name } = element.trigger;
    const throwers = Object.values(this.source.elements).filter(
      (other) => other.type === 'intermediate throw event' && other.scope === element.scope && other.trigger?.type === 'link' && other.trigger.name === name,
    );
    return [...sources, ...throwers.map(({ id }) => id)];
  }

  /** Element whose instance listens for this event, or null where the event doesn't listen by itself. */
  private ownerOf(element: ElementModel): string | null {
    if (element.type === 'boundary event') return element.host;
    const around = element.type === 'start event' && element.scope !== undefined ? this.element(element.scope) : null;
    return around?.type === 'event subprocess' ? (around.scope ?? null) : null;
  }
}

const prepared = new WeakMap<ProcessModel, PreparedModel>();

export function prepare(model: ProcessModel): PreparedModel {
  let known = prepared.get(model);
  if (!known) prepared.set(model, (known = new PreparedModel(model)));
  return known;
}

export type { CompiledExpression };
