import type { BoundaryEventModel } from '../../../kernel/index.ts';
import { elementsOf, isActivity, refuseAt, type Check } from './check.ts';

/** A boundary event sits on an activity of its scope; no two on one activity catch the same error. */
export const checkBoundaryEvents: Check = (checked) => {
  const events = elementsOf(checked).filter((element): element is BoundaryEventModel => element.type === 'boundary event');
  const caught = new Set<string>();
  for (const { id, host, scope, trigger } of events) {
    const activity = checked.model.elements[host];
    if (!activity || !isActivity(activity) || activity.scope !== scope) {
      refuseAt(checked, id, 'detached-boundary-event', `The boundary event is attached to '${host}', which is no activity beside it.`);
    }
    if (trigger.type !== 'error') continue;
    const error = `${host} ${trigger.code ?? ''}`;
    if (caught.has(error)) refuseAt(checked, id, 'error-caught-twice', `Another boundary event of '${host}' catches the same error.`);
    caught.add(error);
  }
};
