import type { KernelCommand } from '../commands.ts';
import type { Element, ElementRegistry } from '../elements/element.ts';
import type { KernelEvent } from '../events.ts';
import type { KernelFact } from '../facts.ts';
import type { Budget } from '../feel/index.ts';
import { limits } from '../limits.ts';
import type { PreparedModel } from '../model/prepared-model.ts';
import type { ElementInstance, Incident, Join, KeyCounter, Snapshot, Wait } from '../snapshot.ts';
import type { TriggerRegistry } from '../triggers/trigger.ts';
import { findByKey, putByKey, removeByKey } from './keyed-list.ts';

/** What elements and triggers do, by type; given to a turn so that they need not know one another. */
export interface Behaviours {
  readonly elements: ElementRegistry;
  readonly multiInstanceBody: Element;
  readonly triggers: TriggerRegistry;
}

/**
 * The draft of one step: the snapshot's lists copied shallowly once, element instances copied when first written,
 * and what the step yields. `agenda` holds the keys of element instances that can go on, first come, first served.
 */
export class Turn {
  readonly model: PreparedModel;
  readonly behaviours: Behaviours;
  readonly at: number;
  readonly budget: Budget = { steps: limits.feelStepsPerStep };
  readonly commands: KernelCommand[] = [];
  readonly facts: KernelFact[] = [];
  readonly agenda: string[] = [];
  readonly instances: ElementInstance[];
  readonly waits: Wait[];
  readonly incidents: Incident[];
  joins: readonly Join[];
  keys: KeyCounter;
  state: Snapshot['state'];
  variableSize: number;
  entered = 0;
  private readonly before: Snapshot;
  private readonly written = new Set<string>();
  private readonly variablesWritten = new Set<string>();

  constructor(model: PreparedModel, behaviours: Behaviours, before: Snapshot, event: KernelEvent) {
    this.model = model;
    this.behaviours = behaviours;
    this.before = before;
    this.at = event.at;
    this.instances = [...before.instances];
    this.waits = [...before.waits];
    this.incidents = [...before.incidents];
    this.joins = before.joins;
    this.keys = before.keys;
    this.state = before.state;
    this.variableSize = before.variableSize;
  }

  get context(): Snapshot['context'] {
    return this.before.context;
  }

  /** Key of the process instance, and of the element instance that stands for it. */
  get rootKey(): string {
    return this.before.context.processInstanceKey;
  }

  get revision(): number {
    return this.before.revision;
  }

  /** A live element instance to read, or null when it has ended. */
  find(key: string): ElementInstance | null {
    return findByKey(this.instances, key);
  }

  /** A live element instance to read. */
  instance(key: string): ElementInstance {
    const instance = this.find(key);
    if (!instance) throw new Error(`no element instance ${key}`);
    return instance;
  }

  /** A live element instance to write. */
  edit(key: string): ElementInstance {
    const instance = this.instance(key);
    if (this.written.has(key)) return instance;
    this.written.add(key);
    const copy = { ...instance };
    putByKey(this.instances, copy);
    return copy;
  }

  add(instance: ElementInstance): void {
    putByKey(this.instances, instance);
    this.written.add(instance.key);
    this.variablesWritten.add(instance.key);
  }

  remove(key: string): void {
    removeByKey(this.instances, key);
  }

  /** The local variables of an element instance to write, with their keys. */
  editVariables(key: string): { readonly variables: NonNullable<ElementInstance['variables']>; readonly keys: Record<string, string> } {
    const instance = this.edit(key);
    if (this.variablesWritten.has(key) && instance.variables && instance.variableKeys) return { variables: instance.variables, keys: instance.variableKeys };
    this.variablesWritten.add(key);
    return { variables: (instance.variables = { ...instance.variables }), keys: (instance.variableKeys = { ...instance.variableKeys }) };
  }

  snapshot(): Snapshot {
    return {
      revision: this.before.revision,
      context: this.before.context,
      state: this.state,
      keys: this.keys,
      instances: this.instances,
      waits: this.waits,
      incidents: this.incidents,
      joins: this.joins,
      variableSize: this.variableSize,
    };
  }
}
