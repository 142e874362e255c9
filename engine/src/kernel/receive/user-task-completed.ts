import { reactTo } from '../lifecycle/react-to.ts';
import { closeWait } from '../rules/open-wait.ts';
import { fits } from './fits.ts';
import { acceptedWait, refuse, waitOf, type EventOf, type Receiver } from './receiver.ts';

export const userTaskCompleted: Receiver<EventOf<'user task completed'>> = {
  accept: (snapshot, { userTaskKey, variables }) =>
    waitOf(snapshot, userTaskKey, 'user task') ? fits(snapshot, variables) : refuse('user task not open', `User task ${userTaskKey} is not open.`),
  apply(turn, { userTaskKey, variables, action = 'complete' }) {
    const { instance } = acceptedWait(turn, userTaskKey, 'user task');
    closeWait(turn, userTaskKey);
    turn.commands.push({ type: 'close user task', userTaskKey, outcome: 'completed', action });
    reactTo(turn, instance, { type: 'user task completed', variables });
  },
};
