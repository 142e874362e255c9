import { putByKey } from '../turn/keyed-list.ts';
import { acceptedWait, refuse, waitOf, type EventOf, type Receiver } from './receiver.ts';

/** New retries for a job. An incident that stands because it had none is resolved by itself, not by this. */
export const jobRetriesUpdated: Receiver<EventOf<'job retries updated'>> = {
  accept(snapshot, { jobKey, retries }) {
    if (!waitOf(snapshot, jobKey, 'job')) return refuse('job not there', `Job ${jobKey} does not exist.`);
    return retries >= 1 ? null : refuse('no retries', 'New retries of a job are 1 or more.');
  },
  apply(turn, { jobKey, retries }) {
    const wait = acceptedWait(turn, jobKey, 'job');
    putByKey(turn.waits, { ...wait, retries });
    const held = turn.instance(wait.instance).incident !== undefined;
    turn.commands.push({ type: 'update job', jobKey, state: held ? 'failed' : 'created', retries, activatableAt: turn.at, errorMessage: null });
  },
};
