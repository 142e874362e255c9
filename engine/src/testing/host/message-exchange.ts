import { isEnded, type Variables } from '../../kernel/index.ts';
import type { HeldInstance } from './held-instance.ts';
import type { HostCore } from './host-core.ts';
import { Messages, type Message } from './messages.ts';

/** A message as it is published. */
export interface PublishedMessage {
  readonly name: string;
  /** Empty or absent: only start events take it. */
  readonly correlationKey?: string;
  readonly variables?: Variables;
  /** Milliseconds for which it waits for somebody; 0 unless given. */
  readonly timeToLive?: number;
  /** A message with an id that is still remembered isn't published again. */
  readonly messageId?: string;
}

/**
 * Brings messages to subscriptions and start events: to each process at most once, to one instance of it; what finds nobody waits for its
 * time to live. Of a process that a message starts, one instance for each correlation key is open at a time.
 */
export class MessageExchange {
  private readonly core: HostCore;
  private readonly messages = new Messages();
  /** Instances that a message has started, by process and correlation key. */
  private readonly started = new Map<string, HeldInstance>();

  constructor(core: HostCore) {
    this.core = core;
    core.onSubscription = (key) => this.offerBuffered(key);
    core.onEnd = (instance) => this.startNext(instance);
  }

  /** Keys of the instances that it came to. */
  publish({ name, correlationKey = '', variables = {}, timeToLive = 0, messageId }: PublishedMessage): readonly string[] {
    const { core } = this;
    const expiresAt = core.now + timeToLive;
    const message: Message = { key: core.drawKey(), name, correlationKey, messageId: messageId ?? null, variables, expiresAt, correlated: new Set() };
    if (!this.messages.add(message, core.now)) return [];
    const waiting = [...core.records.subscriptions.values()].filter((subscription) => subscription.messageName === name && subscription.correlationKey === correlationKey);
    const reached = waiting.flatMap(({ key, state }) => (state === 'waiting' ? this.deliver(message, key) : []));
    const begun = [...core.definitions.processes.keys()].flatMap((processId) => this.startBy(message, processId));
    if (timeToLive <= 0) this.messages.drop(message);
    return [...reached, ...begun];
  }

  private deliver(message: Message, subscriptionKey: string): readonly string[] {
    const subscription = this.core.records.subscriptions.get(subscriptionKey);
    const instance = subscription && this.core.instance(subscription.instanceKey);
    if (!instance || message.correlated.has(instance.model.processId)) return [];
    message.correlated.add(instance.model.processId);
    this.core.records.correlated(subscriptionKey);
    this.core.later(instance, { type: 'message correlated', subscriptionKey, messageKey: message.key, variables: message.variables });
    return [instance.key];
  }

  private startBy(message: Message, processId: string): readonly string[] {
    const process = this.core.definitions.process(processId);
    const start = process?.compiled.startEvents.find(({ trigger }) => trigger.type === 'message' && trigger.name === message.name);
    const lock = `${processId} ${message.correlationKey}`;
    const open = message.correlationKey === '' ? undefined : this.started.get(lock);
    if (!process || !start || message.correlated.has(processId) || (open && !isEnded(open.snapshot))) return [];
    message.correlated.add(processId);
    const instance = this.core.start(process, message.variables, start.elementId, {});
    if (message.correlationKey !== '') this.started.set(lock, instance);
    return [instance.key];
  }

  private offerBuffered(subscriptionKey: string): void {
    const subscription = this.core.records.subscriptions.get(subscriptionKey);
    if (!subscription) return;
    const messages = this.messages.open(subscription.messageName, this.core.now);
    messages.find((message) => message.correlationKey === subscription.correlationKey && this.deliver(message, subscriptionKey).length > 0);
  }

  /** The open instance of a correlation key has ended: the next message with that key may start another. */
  private startNext({ model }: HeldInstance): void {
    const { processId } = model;
    const starts = this.core.definitions.process(processId)?.compiled.startEvents ?? [];
    for (const { trigger } of starts) {
      if (trigger.type !== 'message') continue;
      for (const message of this.messages.open(trigger.name, this.core.now)) this.startBy(message, processId);
    }
  }
}
