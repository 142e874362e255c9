import type { EventBasedGatewayModel } from '../../model/element-model.ts';
import { done, success, waits } from '../../outcome.ts';
import { armEvent } from '../../triggers/trigger.ts';
import { cancelWait } from '../../rules/cancel-wait.ts';
import type { Element } from '../element.ts';

/** Listens for the events behind it; the first that fires decides the way. */
export const eventBasedGateway: Element<EventBasedGatewayModel> = {
  elementType: 'EVENT_BASED_GATEWAY',
  enter(turn, instance, { id }) {
    for (const { target } of turn.model.outgoingOf(id)) {
      const event = turn.model.element(target);
      if (event.type !== 'intermediate catch event' && event.type !== 'receive task') continue;
      const armed = armEvent(turn, instance, event, event.trigger);
      if (!armed.ok) {
        for (const wait of turn.instance(instance.key).waits ?? []) cancelWait(turn, wait);
        return armed;
      }
    }
    return waits;
  },
  react(turn, instance, _gateway, occurrence) {
    if (occurrence.type !== 'event fired') return waits;
    turn.edit(instance.key).triggered = { event: occurrence.event, variables: occurrence.variables };
    return done;
  },
  leave: (turn, { triggered }, { id }) => success(turn.model.outgoingOf(id).filter(({ target }) => target === triggered?.event)),
};
