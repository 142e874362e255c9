import { refuse, type EventOf, type Receiver } from './receiver.ts';

export const keysGranted: Receiver<EventOf<'keys granted'>> = {
  accept: ({ keys }) => (keys.asked && keys.next === null ? null : refuse('keys not asked for', 'No block of keys was asked for.')),
  apply(turn, { first }) {
    turn.keys = { ...turn.keys, next: first };
  },
};
