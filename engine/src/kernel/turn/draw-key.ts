import { limits } from '../limits.ts';
import type { Turn } from './turn.ts';

/** The next key of the instance's block. Half-way through a block the host is asked for another. */
export function drawKey(turn: Turn): string {
  let keys = turn.keys;
  if (keys.used + 1 >= limits.keysPerBlock && keys.next !== null) keys = { first: keys.next, used: 0, next: null, asked: false };
  const used = keys.used + 1;
  const ask = used >= limits.keysBeforeNextBlock && !keys.asked;
  if (ask) turn.commands.push({ type: 'draw keys' });
  turn.keys = { first: keys.first, used, next: keys.next, asked: keys.asked || ask };
  return (BigInt(keys.first) + BigInt(used)).toString();
}
