import type { KernelCommand } from '../commands.ts';
import type { Wait } from '../snapshot.ts';
import { findByKey } from '../turn/keyed-list.ts';
import type { Turn } from '../turn/turn.ts';
import { closeWait } from './open-wait.ts';

/** What the host is told when a wait is given up. */
const cancel: { readonly [T in Wait['type']]: (key: string) => KernelCommand | null } = {
  'user task': (userTaskKey) => ({ type: 'close user task', userTaskKey, outcome: 'canceled', action: null }),
  job: (jobKey) => ({ type: 'close job', jobKey, outcome: 'canceled', errorCode: null }),
  timer: (timerKey) => ({ type: 'disarm timer', timerKey }),
  subscription: (subscriptionKey) => ({ type: 'close subscription', subscriptionKey, outcome: 'canceled' }),
  'called instance': (elementInstanceKey) => ({ type: 'cancel instance', elementInstanceKey }),
  resolution: () => null,
};

/** Gives up a wait whose element instance has gone another way. */
export function cancelWait(turn: Turn, key: string): void {
  const wait = findByKey(turn.waits, key);
  if (!wait) return;
  closeWait(turn, key);
  const command = cancel[wait.type](key);
  if (command) turn.commands.push(command);
}
