import { reactTo } from '../lifecycle/react-to.ts';
import { closeWait } from '../rules/open-wait.ts';
import { acceptJob } from './accept-job.ts';
import { acceptedWait, type EventOf, type Receiver } from './receiver.ts';

export const jobCompleted: Receiver<EventOf<'job completed'>> = {
  accept: acceptJob,
  apply(turn, { jobKey, variables }) {
    const { instance } = acceptedWait(turn, jobKey, 'job');
    closeWait(turn, jobKey);
    turn.commands.push({ type: 'close job', jobKey, outcome: 'completed', errorCode: null });
    reactTo(turn, instance, { type: 'job completed', variables });
  },
};
