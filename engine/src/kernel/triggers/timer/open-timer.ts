import { openWait } from '../../rules/open-wait.ts';
import { drawKey } from '../../turn/draw-key.ts';
import type { Turn } from '../../turn/turn.ts';
import type { Schedule } from './schedule.ts';

/** Arms a timer on behalf of an element instance, for the event that it is to fire. */
export function openTimer(turn: Turn, owner: string, eventId: string, { dueAt, cycle }: Schedule): void {
  const timerKey = drawKey(turn);
  openWait(turn, { key: timerKey, type: 'timer', instance: owner, target: eventId, dueAt, ...(cycle && { cycle }) });
  turn.commands.push({ type: 'arm timer', timerKey, elementInstanceKey: owner, elementId: eventId, dueAt });
}
