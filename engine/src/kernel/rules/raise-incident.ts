import type { Failure } from '../outcome.ts';
import type { Incident } from '../snapshot.ts';
import { drawKey } from '../turn/draw-key.ts';
import { findByKey, putByKey, removeByKey } from '../turn/keyed-list.ts';
import type { Turn } from '../turn/turn.ts';

/** Holds an element instance up until somebody resolves what is wrong. */
export function raiseIncident(turn: Turn, instanceKey: string, { incidentType, message, error }: Failure, job?: string): void {
  const instance = turn.edit(instanceKey);
  if (instance.incident !== undefined) closeIncident(turn, instance.incident, 'canceled');
  const incidentKey = drawKey(turn);
  const incident: Incident = { key: incidentKey, instance: instanceKey, type: incidentType, ...(error && { error }), ...(job !== undefined && { job }) };
  putByKey(turn.incidents, incident);
  instance.incident = incidentKey;
  turn.commands.push({
    type: 'raise incident',
    incidentKey,
    elementInstanceKey: instanceKey,
    elementId: instance.elementId,
    incidentType,
    message,
    jobKey: job ?? null,
  });
}

export function closeIncident(turn: Turn, incidentKey: string, outcome: 'resolved' | 'canceled'): void {
  const incident = findByKey(turn.incidents, incidentKey);
  if (!incident) return;
  removeByKey(turn.incidents, incidentKey);
  delete turn.edit(incident.instance).incident;
  turn.commands.push({ type: 'close incident', incidentKey, outcome });
}
