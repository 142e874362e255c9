import type { Element } from '../elements/element.ts';
import type { Variables } from '../json.ts';
import { reactTo } from '../lifecycle/react-to.ts';
import type { Turn } from '../turn/turn.ts';

/** What an element instance listened for has happened: the event fires, or the listener itself reacts. */
export function fireEvent(turn: Turn, listenerKey: string, eventId: string, variables: Variables): void {
  const event = turn.model.element(eventId);
  const { fire } = turn.behaviours.elements[event.type] as Element;
  if (fire && turn.model.isAttached(eventId)) fire(turn, turn.instance(listenerKey), event, variables);
  else reactTo(turn, listenerKey, { type: 'event fired', event: eventId, variables });
}
