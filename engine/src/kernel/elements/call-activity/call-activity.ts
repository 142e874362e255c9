import { evaluateText } from '../../expressions/typed.ts';
import type { CallActivityModel } from '../../model/element-model.ts';
import { done, fail, waits, type Outcome } from '../../outcome.ts';
import { openWait } from '../../rules/open-wait.ts';
import type { ElementInstance } from '../../snapshot.ts';
import { drawKey } from '../../turn/draw-key.ts';
import type { Turn } from '../../turn/turn.ts';
import { propagateVariables, setLocalVariables } from '../../variables/set-variables.ts';
import { visibleVariables } from '../../variables/visible-variables.ts';
import type { Element } from '../element.ts';
import type { Occurrence } from '../occurrence.ts';

/** Starts an instance of another process, resolved by its binding, and waits until that has ended. */
export const callActivity: Element<CallActivityModel> = {
  elementType: 'CALL_ACTIVITY',
  enter(turn, instance, { processId, binding }) {
    const id = evaluateText({ turn, instance, incidentType: 'CALLED_ELEMENT_ERROR' }, processId);
    if (!id.ok) return id;
    const resolutionKey = drawKey(turn);
    openWait(turn, { key: resolutionKey, type: 'resolution', instance: instance.key });
    turn.commands.push({ type: 'resolve definition', resolutionKey, elementInstanceKey: instance.key, kind: 'process', id: id.value, binding });
    return waits;
  },
  react(turn, instance, activity, occurrence) {
    if (occurrence.type === 'definition resolved') return start(turn, instance, activity, occurrence.outcome);
    if (occurrence.type !== 'called instance ended') return waits;
    if (activity.outputs && activity.outputs.length > 0) setLocalVariables(turn, instance.key, occurrence.variables);
    else if (activity.propagateAllChildVariables) propagateVariables(turn, instance, occurrence.variables);
    return done;
  },
};

type Resolved = Extract<Occurrence, { readonly type: 'definition resolved' }>['outcome'];

function start(turn: Turn, instance: ElementInstance, { propagateAllParentVariables }: CallActivityModel, outcome: Resolved): Outcome {
  if (!outcome.found) return fail('CALLED_ELEMENT_ERROR', outcome.message);
  const { definition } = outcome;
  if (definition.kind !== 'process') return fail('CALLED_ELEMENT_ERROR', 'A process was asked for, but something else was found.');
  openWait(turn, { key: instance.key, type: 'called instance', instance: instance.key });
  turn.commands.push({
    type: 'start instance',
    elementInstanceKey: instance.key,
    elementId: instance.elementId,
    processDefinitionKey: definition.processDefinitionKey,
    processId: definition.processId,
    variables: propagateAllParentVariables ? visibleVariables(turn, instance) : (instance.variables ?? {}),
  });
  return waits;
}
