import type { Variables } from '../../kernel/index.ts';

export interface Message {
  readonly key: string;
  readonly name: string;
  readonly correlationKey: string;
  readonly messageId: string | null;
  readonly variables: Variables;
  /** Epoch milliseconds after which it is forgotten. */
  readonly expiresAt: number;
  /** Processes it has come to: a message comes to each at most once. */
  readonly correlated: Set<string>;
}

/** Published messages that may still find somebody, in order of publication. */
export class Messages {
  private buffered: Message[] = [];

  /** False when a message of this name, key and id is still remembered. */
  add(message: Message, now: number): boolean {
    const { name, correlationKey, messageId } = message;
    const known = messageId !== null && this.open(name, now).some((other) => other.correlationKey === correlationKey && other.messageId === messageId);
    if (!known) this.buffered.push(message);
    return !known;
  }

  /** Messages of a name that have not expired, oldest first. */
  open(name: string, now: number): readonly Message[] {
    this.buffered = this.buffered.filter(({ expiresAt }) => expiresAt > now);
    return this.buffered.filter((message) => message.name === name);
  }

  drop(message: Message): void {
    this.buffered = this.buffered.filter((other) => other !== message);
  }
}
