import { closeIncident, raiseIncident } from '../rules/raise-incident.ts';
import { throwError, uncaughtError } from '../rules/throw-error.ts';
import type { Incident } from '../snapshot.ts';
import { findByKey, putByKey } from '../turn/keyed-list.ts';
import type { Turn } from '../turn/turn.ts';
import { refuse, waitOf, type EventOf, type Receiver } from './receiver.ts';

/** What is held up is taken up again where it failed: a job gets a retry if it has none, an error is thrown again, a phase is run again. */
export const incidentResolved: Receiver<EventOf<'incident resolved'>> = {
  accept: (snapshot, { incidentKey }) =>
    findByKey(snapshot.incidents, incidentKey) ? null : refuse('incident not open', `Incident ${incidentKey} is not open.`),
  apply(turn, { incidentKey }) {
    const incident = findByKey(turn.incidents, incidentKey) as Incident;
    closeIncident(turn, incidentKey, 'resolved');
    if (incident.job !== undefined) retryJob(turn, incident.job);
    else if (!incident.error) turn.agenda.push(incident.instance);
    else if (!throwError(turn, turn.instance(incident.instance), incident.error)) raiseIncident(turn, incident.instance, uncaughtError(incident.error).error);
  },
};

function retryJob(turn: Turn, jobKey: string): void {
  const wait = waitOf(turn, jobKey, 'job');
  if (!wait) return;
  const retries = Math.max(1, wait.retries);
  putByKey(turn.waits, { ...wait, retries });
  turn.commands.push({ type: 'update job', jobKey, state: 'created', retries, activatableAt: turn.at, errorMessage: null });
}
