import { raiseIncident } from '../rules/raise-incident.ts';
import { closeWait } from '../rules/open-wait.ts';
import { throwError, uncaughtError } from '../rules/throw-error.ts';
import { acceptJob } from './accept-job.ts';
import { acceptedWait, type EventOf, type Receiver } from './receiver.ts';

/** A worker throws a BPMN error from its job. */
export const jobErrorThrown: Receiver<EventOf<'job error thrown'>> = {
  accept: acceptJob,
  apply(turn, { jobKey, errorCode, errorMessage, variables }) {
    const { instance } = acceptedWait(turn, jobKey, 'job');
    closeWait(turn, jobKey);
    turn.commands.push({ type: 'close job', jobKey, outcome: 'error thrown', errorCode });
    const error = { code: errorCode, message: errorMessage, variables };
    if (!throwError(turn, turn.instance(instance), error)) raiseIncident(turn, instance, uncaughtError(error).error);
  },
};
