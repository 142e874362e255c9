import { enterElement } from '../lifecycle/enter-element.ts';
import { enterFiredEvent } from '../rules/enter-fired-event.ts';
import { setLocalVariables } from '../variables/set-variables.ts';
import { fits } from './fits.ts';
import { refuse, type EventOf, type Receiver } from './receiver.ts';

/**
 * The instance comes into being and enters a start event: the none start event, or one whose message has come. Event subprocesses of the process
 * listen when that has been left, so that their keys and times may use what it brought.
 */
export const instanceStarted: Receiver<EventOf<'instance started'>> = {
  accept: (snapshot, { variables }) => (snapshot.state === 'created' ? fits(snapshot, variables) : refuse('already started', 'The instance has been started before.')),
  apply(turn, { variables, startElementId }) {
    const { process } = turn.model;
    const start = startElementId === undefined ? turn.model.noneStartOf(process.id) : turn.model.typed(startElementId, 'start event');
    if (!start) throw new Error(`${process.id} has no none start event`);
    turn.state = 'active';
    turn.add({ key: turn.rootKey, elementId: process.id, scope: null, phase: 'arm', children: 0 });
    turn.facts.push({
      type: 'element entered',
      elementInstanceKey: turn.rootKey,
      elementId: process.id,
      elementName: process.name ?? null,
      elementType: turn.behaviours.elements.process.elementType,
      scopeKey: null,
    });
    if (!start.trigger) {
      setLocalVariables(turn, turn.rootKey, variables);
      enterElement(turn, start.id, turn.rootKey);
    } else {
      enterFiredEvent(turn, start.id, turn.rootKey, variables);
    }
    turn.agenda.push(turn.rootKey);
  },
};
