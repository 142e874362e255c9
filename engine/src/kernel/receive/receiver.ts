import type { KernelEvent } from '../events.ts';
import type { Snapshot, Wait } from '../snapshot.ts';
import { findByKey } from '../turn/keyed-list.ts';
import type { Turn } from '../turn/turn.ts';

/** Why an event can't be applied to an instance as it stands. */
export interface Refusal {
  readonly reason:
    | 'already started'
    | 'not started'
    | 'instance ended'
    | 'user task not open'
    | 'job not there'
    | 'job held up'
    | 'no retries'
    | 'timer not armed'
    | 'subscription not open'
    | 'resolution not asked for'
    | 'instance not called'
    | 'incident not open'
    | 'scope not active'
    | 'variables too large'
    | 'keys not asked for'
    | 'element unknown';
  /** In plain words. */
  readonly message: string;
}

/** What becomes of one type of event: first asked whether it may happen now, then applied. */
export interface Receiver<E extends KernelEvent> {
  accept(snapshot: Snapshot, event: E): Refusal | null;
  apply(turn: Turn, event: E): void;
}

export type EventOf<T extends KernelEvent['type']> = Extract<KernelEvent, { readonly type: T }>;

export type ReceiverRegistry = { readonly [T in KernelEvent['type']]: Receiver<EventOf<T>> };

export const refuse = (reason: Refusal['reason'], message: string): Refusal => ({ reason, message });

/** The wait of a key, if it is of this type. */
export function waitOf<T extends Wait['type']>({ waits }: { readonly waits: readonly Wait[] }, key: string, type: T): Extract<Wait, { readonly type: T }> | null {
  const wait = findByKey(waits, key);
  return wait?.type === type ? (wait as Extract<Wait, { readonly type: T }>) : null;
}

/** The wait of a key that `accept` has seen to be there. */
export function acceptedWait<T extends Wait['type']>(turn: Turn, key: string, type: T): Extract<Wait, { readonly type: T }> {
  const wait = waitOf(turn, key, type);
  if (!wait) throw new Error(`no ${type} ${key}`);
  return wait;
}
