import type { Element } from '../elements/element.ts';
import type { IntermediateCatchEventModel, ReceiveTaskModel } from '../model/element-model.ts';
import { done, waits } from '../outcome.ts';
import { armEvent } from '../triggers/trigger.ts';
import { deliverVariables } from './deliver-variables.ts';

/** An element in the flow that listens for its own trigger, and goes on when it fires. */
export const catchEvent: Pick<Element<IntermediateCatchEventModel | ReceiveTaskModel>, 'enter' | 'react'> = {
  enter(turn, instance, event) {
    const armed = armEvent(turn, instance, event, event.trigger);
    return armed.ok ? waits : armed;
  },
  react(turn, instance, _event, occurrence) {
    if (occurrence.type !== 'event fired') return waits;
    deliverVariables(turn, instance, occurrence.variables);
    return done;
  },
};
