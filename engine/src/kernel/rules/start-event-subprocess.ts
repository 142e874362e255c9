import type { Variables } from '../json.ts';
import { abortChildren } from '../lifecycle/end-instance.ts';
import { enterElement } from '../lifecycle/enter-element.ts';
import type { StartEventModel } from '../model/element-model.ts';
import type { ElementInstance } from '../snapshot.ts';
import { findByKey } from '../turn/keyed-list.ts';
import type { Turn } from '../turn/turn.ts';
import { cancelWait } from './cancel-wait.ts';
import { closeIncident } from './raise-incident.ts';

/** The start event of an event subprocess fires: an interrupting one first ends whatever runs in the scope and listens there. */
export function startEventSubprocess(turn: Turn, scope: ElementInstance, start: StartEventModel, variables: Variables): void {
  if (!start.nonInterrupting) interruptScope(turn, scope.key);
  enterElement(turn, start.scope as string, scope.key, { triggered: { event: start.id, variables } });
}

function interruptScope(turn: Turn, key: string): void {
  abortChildren(turn, key);
  const { waits = [], incident, elementId } = turn.instance(key);
  if (incident !== undefined) closeIncident(turn, incident, 'canceled');
  const inside = new Set(turn.model.attachedTo(elementId).flatMap((event) => (event.type === 'start event' ? [event.id] : [])));
  for (const name of waits) {
    const wait = findByKey(turn.waits, name);
    if (wait && 'target' in wait && inside.has(wait.target)) cancelWait(turn, name);
  }
  turn.edit(key).phase = 'active';
}
