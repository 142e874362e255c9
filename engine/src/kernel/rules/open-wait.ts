import type { Wait } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';

/** Lets an element instance wait for the event that names this key. */
export function openWait(turn: Turn, key: string, wait: Wait): void {
  turn.waits[key] = wait;
  const instance = turn.edit(wait.instance);
  instance.waits = [...(instance.waits ?? []), key];
}

/** Ends a wait without telling the host: what it waited for has come. */
export function closeWait(turn: Turn, key: string): void {
  const wait = turn.waits[key];
  if (!wait) return;
  delete turn.waits[key];
  const instance = turn.edit(wait.instance);
  const rest = (instance.waits ?? []).filter((other) => other !== key);
  if (rest.length > 0) instance.waits = rest;
  else delete instance.waits;
}
