import { fireEvent } from '../rules/fire-event.ts';
import { closeWait } from '../rules/open-wait.ts';
import { openTimer } from '../triggers/timer/open-timer.ts';
import { scheduleNext } from '../triggers/timer/schedule.ts';
import { acceptedWait, refuse, waitOf, type EventOf, type Receiver } from './receiver.ts';

/** A timer is due. A cycle is armed again from the time at which it was due, as long as what listens lives on. */
export const timerFired: Receiver<EventOf<'timer fired'>> = {
  accept: (snapshot, { timerKey }) => (waitOf(snapshot, timerKey, 'timer') ? null : refuse('timer not armed', `Timer ${timerKey} is not armed.`)),
  apply(turn, { timerKey }) {
    const { instance, target, dueAt, cycle } = acceptedWait(turn, timerKey, 'timer');
    closeWait(turn, timerKey);
    const next = cycle && turn.model.staysOpen(target) ? scheduleNext(cycle, dueAt, turn.context.zone) : null;
    if (next) openTimer(turn, instance, target, next);
    fireEvent(turn, instance, target, {});
  },
};
