import type { ElementInstance } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';
import { hasTokensAtJoins } from './join-tokens.ts';

/** A scope is through when it has begun, nothing inside it is active, and no token waits at a join. */
export function isScopeDone(turn: Turn, { key }: ElementInstance): boolean {
  const { phase, children } = turn.instance(key);
  return (phase === 'enter' || phase === 'active') && children === 0 && !hasTokensAtJoins(turn, key);
}
