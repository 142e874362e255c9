import type { EventSubprocessModel } from '../../model/element-model.ts';
import { done, fail, success, waits } from '../../outcome.ts';
import { isScopeDone } from '../../rules/complete-scope.ts';
import { enterFiredEvent } from '../../rules/enter-fired-event.ts';
import type { Element } from '../element.ts';

/** A subprocess without sequence flows into it: it begins with the start event that has fired. */
export const eventSubprocess: Element<EventSubprocessModel> = {
  elementType: 'EVENT_SUB_PROCESS',
  enter(turn, instance) {
    const { triggered } = instance;
    if (!triggered) return fail('UNKNOWN', `Event subprocess '${instance.elementId}' was entered without an event.`);
    enterFiredEvent(turn, triggered.event, instance.key, triggered.variables);
    delete turn.edit(instance.key).triggered;
    return waits;
  },
  react: (turn, instance) => (isScopeDone(turn, instance) ? done : waits),
  leave: () => success([]),
};
