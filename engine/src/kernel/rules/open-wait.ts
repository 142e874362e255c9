import type { Wait } from '../snapshot.ts';
import { findByKey, putByKey, removeByKey } from '../turn/keyed-list.ts';
import type { Turn } from '../turn/turn.ts';

/** Lets an element instance wait for the event that names this key. */
export function openWait(turn: Turn, wait: Wait): void {
  putByKey(turn.waits, wait);
  const instance = turn.edit(wait.instance);
  instance.waits = [...(instance.waits ?? []), wait.key];
}

/** Ends a wait without telling the host: what it waited for has come. */
export function closeWait(turn: Turn, key: string): void {
  const wait = findByKey(turn.waits, key);
  if (!wait) return;
  removeByKey(turn.waits, key);
  const instance = turn.edit(wait.instance);
  const rest = (instance.waits ?? []).filter((other) => other !== key);
  if (rest.length > 0) instance.waits = rest;
  else delete instance.waits;
}
