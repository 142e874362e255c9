import { canAccept, isEnded, type Calendars, type EventBody, type KernelCommand, type KernelEvent, type StartInstance, type Variables } from '../../kernel/index.ts';
import { Definitions, type DeployedProcess } from './definitions.ts';
import { HeldInstance, type InstanceOptions } from './held-instance.ts';
import { TestHostError } from './host-error.ts';
import { Records } from './records.ts';
import type { StandIn } from './views.ts';

export interface Call {
  readonly caller: HeldInstance;
  readonly command: StartInstance;
}

/** The host's machinery: instances, a virtual clock, and a queue by which one turn after another is performed until nothing is left to do. */
export class HostCore {
  now: number;
  readonly zone: string;
  readonly calendars: Calendars;
  readonly definitions = new Definitions(() => this.drawKey());
  readonly records = new Records();
  readonly instances = new Map<string, HeldInstance>();
  /** Stand-ins for called processes, by process id. */
  readonly processStandIns = new Map<string, Variables>();
  /** Calls that wait for the test to say what becomes of them, by element instance. */
  readonly heldCalls = new Map<string, Call>();
  /** Told when a subscription opens and when an instance ends. */
  onSubscription: (subscriptionKey: string) => void = () => undefined;
  onEnd: (instance: HeldInstance) => void = () => undefined;
  private readonly queue: (() => void)[] = [];
  private keys = 0;
  private events = 0;

  constructor(now: number, zone: string, calendars: Calendars) {
    this.now = now;
    this.zone = zone;
    this.calendars = calendars;
  }

  /** A key as production draws it: the sequence's next number, times 2^20. */
  drawKey(): string {
    return (BigInt(++this.keys + firstKey) << 20n).toString();
  }

  start(process: DeployedProcess, variables: Variables, startElementId: string | undefined, options: InstanceOptions, caller: HeldInstance['caller'] = null): HeldInstance {
    const instance = new HeldInstance(this.drawKey(), process, this.zone, this.calendars, caller, options);
    this.instances.set(instance.key, instance);
    this.later(instance, { type: 'instance started', variables, ...(startElementId !== undefined && { startElementId }) });
    return instance;
  }

  instance(key: string): HeldInstance {
    const instance = this.instances.get(key);
    if (!instance) throw new TestHostError(`There is no process instance ${key}.`);
    return instance;
  }

  /** Applies an event now; what the instance refuses is an error of the test. */
  send(instance: HeldInstance, body: EventBody): void {
    const refusal = canAccept(instance.snapshot, this.event(body));
    if (refusal) throw new TestHostError(refusal.message);
    this.later(instance, body);
    this.run();
  }

  /** Applies an event in its turn; by then it may have become pointless. */
  later(instance: HeldInstance, body: EventBody): void {
    this.queue.push(() => this.turn(instance, body));
  }

  /** Performs what is queued, until nothing is left. */
  run(): void {
    for (let next = this.queue.shift(); next; next = this.queue.shift()) next();
  }

  private event(body: EventBody): KernelEvent {
    return { id: `e${++this.events}`, at: this.now, ...body };
  }

  /** One turn: the event, and then each resolution that it asks for. */
  private turn(instance: HeldInstance, body: EventBody): void {
    const event = this.event(body);
    if (canAccept(instance.snapshot, event)) return;
    for (const command of instance.apply(event).commands) {
      this.records.write(instance, command);
      this.perform(instance, command);
    }
  }

  private perform(instance: HeldInstance, command: KernelCommand): void {
    switch (command.type) {
      case 'resolve definition': {
        const { resolutionKey, kind, id, binding } = command;
        const outcome = this.definitions.resolve(kind, id, binding, instance.process.deployment);
        this.queue.unshift(() => this.turn(instance, { type: 'definition resolved', resolutionKey, outcome }));
        return;
      }
      case 'start instance':
        if (instance.options.stubCallActivities) this.heldCalls.set(command.elementInstanceKey, { caller: instance, command });
        else this.call({ caller: instance, command });
        return;
      case 'cancel instance':
        this.heldCalls.delete(command.elementInstanceKey);
        for (const called of this.instances.values()) {
          if (called.caller?.elementInstanceKey === command.elementInstanceKey) this.later(called, { type: 'cancel requested' });
        }
        return;
      case 'draw keys':
        return this.later(instance, { type: 'keys granted', first: this.drawKey() });
      case 'open subscription':
        return this.onSubscription(command.subscriptionKey);
      case 'finish':
        this.tellCaller(instance, command.outcome);
        return this.onEnd(instance);
      default:
    }
  }

  /** Starts the instance that a call activity asks for, or lets the stand-in for its process answer. */
  call({ caller, command }: Call): void {
    const { elementInstanceKey, processDefinitionKey, processId, variables } = command;
    const standIn = this.processStandIns.get(processId);
    if (standIn) return this.answerCall({ caller, command }, { type: 'complete', variables: standIn });
    this.start(this.definitions.processByKey(processDefinitionKey), variables, undefined, caller.options, { instanceKey: caller.key, elementInstanceKey });
  }

  answerCall({ caller, command }: Call, standIn: StandIn): void {
    const outcome = standIn.type === 'complete' ? { type: 'completed' as const, variables: standIn.variables } : standIn;
    this.later(caller, { type: 'called instance ended', elementInstanceKey: command.elementInstanceKey, calledInstanceKey: '', outcome });
  }

  private tellCaller({ key, caller }: HeldInstance, outcome: Extract<KernelCommand, { type: 'finish' }>['outcome']): void {
    const calling = caller && this.instances.get(caller.instanceKey);
    if (!caller || !calling || isEnded(calling.snapshot)) return;
    this.later(calling, { type: 'called instance ended', elementInstanceKey: caller.elementInstanceKey, calledInstanceKey: key, outcome });
  }
}

/** Keys begin where they have sixteen digits, as they do in production. */
const firstKey = 2 ** 31;
