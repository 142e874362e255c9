import { elementsOf, refuseAt, type Check } from './check.ts';

/** Behind an event-based gateway stand at least two events or receive tasks that nothing else leads to. */
export const checkEventGateways: Check = (checked) => {
  for (const { id, type, outgoing = [] } of elementsOf(checked)) {
    if (type !== 'event-based gateway') continue;
    if (outgoing.length < 2) refuseAt(checked, id, 'event-gateway-choice', 'An event-based gateway needs at least two events to choose from.');
    for (const flow of outgoing) {
      const target = checked.model.elements[checked.model.flows[flow]?.target ?? ''];
      const event = target?.type === 'receive task' || (target?.type === 'intermediate catch event' && target.trigger.type !== 'link');
      if (target && !event) refuseAt(checked, flow, 'event-gateway-target', 'An event-based gateway leads only to events that wait (timer, message) and receive tasks.');
      else if ((target?.incoming?.length ?? 0) > 1) refuseAt(checked, flow, 'event-gateway-target', 'Nothing else may lead to an event behind an event-based gateway.');
    }
  }
};
