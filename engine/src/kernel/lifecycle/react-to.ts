import { behaviourOf } from '../elements/element.ts';
import type { Occurrence } from '../elements/occurrence.ts';
import { raiseIncident } from '../rules/raise-incident.ts';
import type { Turn } from '../turn/turn.ts';

/** Tells a waiting element instance what has happened. What it can't go on with is taken up again from its `enter`. */
export function reactTo(turn: Turn, key: string, occurrence: Occurrence): void {
  const instance = turn.instance(key);
  const behaviour = behaviourOf(turn, instance);
  if (!behaviour.react) throw new Error(`${instance.elementId} doesn't react to ${occurrence.type}`);
  const outcome = behaviour.react(turn, instance, turn.model.element(instance.elementId), occurrence);
  if (!outcome.ok) {
    turn.edit(key).phase = 'enter';
    raiseIncident(turn, key, outcome.error);
  } else if (outcome.value === 'done') {
    turn.edit(key).phase = 'outputs';
    turn.agenda.push(key);
  }
}
