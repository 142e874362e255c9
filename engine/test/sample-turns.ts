import type { KernelCommand, OpenUserTask } from '../src/kernel/commands.ts';
import type { KernelFact } from '../src/kernel/facts.ts';
import type { Json } from '../src/kernel/json.ts';
import { beginRequest, deploy, projectTurn, type Actor, type Deployment, type NewProcess, type NewResource, type Projection, type StepEvent, type Store, type Turn } from '../src/store/index.ts';

export const ana: Actor = { type: 'user', id: 'ana', name: 'Ana Lima' };
export const engineItself: Actor = { type: 'system', id: 'loopwright', name: 'Loopwright' };

export function processFile(id: string, changes: Partial<NewProcess> = {}, content = `<definitions id="${id}"/>`): NewResource {
  return {
    name: `${id}.bpmn`, kind: 'bpmn', content, requirements: null, form: null,
    processes: [
      { processDefinitionId: id, name: `Process ${id}`, versionTag: null, model: JSON.stringify({ id, content }), startForm: null, messageStarts: [], timerStarts: [], ...changes },
    ],
  };
}

export function formFile(formId: string, content = '{"components":[]}', versionTag: string | null = null): NewResource {
  return { name: `${formId}.form`, kind: 'form', content, requirements: null, processes: [], form: { formId, versionTag } };
}

export function deployFiles(store: Store, tenantId: string, ...files: NewResource[]): Promise<Deployment> {
  return store.inTenant(tenantId, (tx) => deploy(tx, files, { actor: ana, at: Date.now() }));
}

export function keyOfProcess(deployment: Deployment): string {
  const found = deployment.deployed.find((definition) => definition.kind === 'process');
  if (!found) throw new Error('nothing of the kind was deployed');
  return found.processDefinitionKey;
}

/** An instance whose turns a test makes up by hand: keys count up from the instance's own, steps from 0. */
export class SampleInstance {
  readonly key: string;
  readonly #store: Store;
  readonly #tenantId: string;
  #next: bigint;
  #step = 0;

  private constructor(store: Store, tenantId: string, key: string) {
    this.#store = store;
    this.#tenantId = tenantId;
    this.key = key;
    this.#next = BigInt(key) + 1n;
  }

  static async start(store: Store, tenantId: string, processDefinitionKey: string, variables: Record<string, Json> = {}, actor: Actor = ana): Promise<SampleInstance> {
    const begun = await beginRequest(store, {
      tenantId, requestId: `start-${Math.random()}`, operation: 'create process instance', actor, bodyDigest: 'd', command: null, newInstance: { processDefinitionKey },
    });
    if (begun.kind !== 'new') throw new Error(`the instance was not made: ${begun.kind}`);
    const instance = new SampleInstance(store, tenantId, begun.processInstanceKey!);
    await instance.turn({ type: 'instance started', variables }, {
      actor,
      facts: [
        { type: 'element entered', elementInstanceKey: instance.key, elementId: 'process', elementName: null, elementType: 'PROCESS', scopeKey: null },
        ...instance.variablesSet(variables),
      ],
    });
    return instance;
  }

  static at(store: Store, tenantId: string, key: string): SampleInstance {
    return new SampleInstance(store, tenantId, key);
  }

  newKey(): string {
    return String(this.#next++);
  }

  variablesSet(variables: Record<string, Json>, old: Record<string, Json> = {}, scopeKey = this.key): KernelFact[] {
    return Object.entries(variables).map(([name, value]) => ({
      type: 'variable set', variableKey: this.newKey(), scopeKey, name, new: value, ...(name in old && { old: old[name]! }),
    }));
  }

  draft(body: Omit<Extract<StepEvent, { type: string }>, 'id' | 'at'> | Record<string, unknown>, rest: Partial<Turn> = {}): Turn {
    const step = rest.step ?? this.#step;
    const at = rest.at ?? Date.now();
    const eventId = rest.eventId ?? `${this.key}-${step}`;
    return {
      tenantId: this.#tenantId, processInstanceKey: this.key, step, eventId, events: [{ id: eventId, at, ...body } as StepEvent], actor: ana, at, commands: [], facts: [], ...rest,
    };
  }

  async turn(body: Record<string, unknown>, rest: Partial<Turn> = {}): Promise<Projection> {
    const projection = await projectTurn(this.#store, this.draft(body, rest));
    if (projection.kind === 'applied') this.#step++;
    return projection;
  }

  get nextStep(): number {
    return this.#step;
  }

  /** Opens a task in a turn of its own (a timer that fired). @returns its key. */
  async openTask(changes: Partial<OpenUserTask> = {}): Promise<string> {
    const elementInstanceKey = changes.elementInstanceKey ?? this.newKey();
    const userTaskKey = changes.userTaskKey ?? this.newKey();
    await this.turn({ type: 'timer fired', timerKey: '1' }, {
      actor: engineItself,
      facts: [{ type: 'element entered', elementInstanceKey, elementId: changes.elementId ?? 'Approve', elementName: 'Approve', elementType: 'USER_TASK', scopeKey: this.key }],
      commands: [openTask({ ...changes, elementInstanceKey, userTaskKey })],
    });
    return userTaskKey;
  }

  /** Ends the instance. */
  finish(commands: readonly KernelCommand[] = []): Promise<Projection> {
    return this.turn({ type: 'timer fired', timerKey: '2' }, { actor: engineItself, commands: [...commands, { type: 'finish', outcome: { type: 'completed', variables: {} } }] });
  }
}

export function openTask(changes: Partial<OpenUserTask> & { elementInstanceKey: string; userTaskKey: string }): OpenUserTask {
  return {
    type: 'open user task', elementId: 'Approve', name: 'Approve', assignee: null, candidateGroups: ['quality'], candidateUsers: [], dueAt: null, followUpAt: null, priority: 50,
    form: null, headers: {}, ...changes,
  };
}
