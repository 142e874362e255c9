import { raiseIncident } from '../rules/raise-incident.ts';
import { putByKey } from '../turn/keyed-list.ts';
import { setLocalVariables } from '../variables/set-variables.ts';
import { acceptJob } from './accept-job.ts';
import { acceptedWait, type EventOf, type Receiver } from './receiver.ts';

/** A worker gave up: with retries left the job may be tried again after a while, with none an incident holds its element up. */
export const jobFailed: Receiver<EventOf<'job failed'>> = {
  accept: acceptJob,
  apply(turn, { jobKey, retries: left, retryBackOff, errorMessage, variables }) {
    const retries = Math.max(0, left);
    const wait = acceptedWait(turn, jobKey, 'job');
    putByKey(turn.waits, { ...wait, retries });
    setLocalVariables(turn, wait.instance, variables);
    turn.commands.push({ type: 'update job', jobKey, state: 'failed', retries, activatableAt: turn.at + retryBackOff, errorMessage });
    if (retries > 0) return;
    const message = errorMessage || 'A worker failed the job, and it has no retries left.';
    raiseIncident(turn, wait.instance, { incidentType: 'JOB_NO_RETRIES', message }, jobKey);
  },
};
