import type { ElementInstance } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';
import { hasTokensAtJoins } from './join-tokens.ts';

/** A scope is through when nothing inside it is active and no token waits at a join. */
export const isScopeDone = (turn: Turn, { key }: ElementInstance): boolean => turn.instance(key).children === 0 && !hasTokensAtJoins(turn, key);
