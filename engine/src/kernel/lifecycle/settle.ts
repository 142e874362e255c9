import type { Outcome } from '../outcome.ts';
import type { Turn } from '../turn/turn.ts';

/** Takes up what `enter` or `react` came to: the element instance waits on, or goes on to its outputs. */
export function settle(turn: Turn, key: string, outcome: Outcome): Outcome {
  if (outcome.ok && turn.find(key)) turn.edit(key).phase = outcome.value === 'waits' ? 'active' : 'outputs';
  return outcome;
}
