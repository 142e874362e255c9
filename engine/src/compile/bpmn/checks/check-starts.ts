import type { StartEventModel } from '../../../kernel/index.ts';
import { elementsOf, refuseAt, type Check } from './check.ts';

/** A process has a start event, and one without a trigger at most; a subprocess exactly one without; an event subprocess exactly one with. */
export const checkStarts: Check = (checked) => {
  const starts = elementsOf(checked).filter((element): element is StartEventModel => element.type === 'start event');
  for (const scope of elementsOf(checked)) {
    const inside = starts.filter((start) => start.scope === scope.id);
    const none = inside.filter(({ trigger }) => !trigger);
    if (scope.type === 'process' && inside.length === 0) refuseAt(checked, scope.id, 'missing-start-event', 'The process has no start event.');
    if (scope.type === 'process' && none.length > 1) refuseAt(checked, none[1]?.id ?? scope.id, 'second-start-event', 'A process has one none start event at most.');
    if (scope.type === 'subprocess' && (none.length !== 1 || inside.length !== 1)) {
      refuseAt(checked, scope.id, 'subprocess-start-event', 'A subprocess needs exactly one start event, without a trigger.');
    }
    if (scope.type === 'event subprocess' && (none.length > 0 || inside.length !== 1)) {
      refuseAt(checked, scope.id, 'event-subprocess-start-event', 'An event subprocess needs exactly one start event, with a trigger.');
    }
  }
};
