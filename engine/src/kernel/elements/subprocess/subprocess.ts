import { enterElement } from '../../lifecycle/enter-element.ts';
import type { SubprocessModel } from '../../model/element-model.ts';
import { done, fail, waits } from '../../outcome.ts';
import { isScopeDone } from '../../rules/complete-scope.ts';
import type { Element } from '../element.ts';

/** Embedded subprocess: a scope of its own that begins at its none start event. */
export const subprocess: Element<SubprocessModel> = {
  elementType: 'SUB_PROCESS',
  enter(turn, instance, { id }) {
    const start = turn.model.noneStartOf(id);
    if (!start) return fail('UNKNOWN', `Subprocess '${id}' has no none start event.`);
    enterElement(turn, start.id, instance.key);
    return waits;
  },
  react: (turn, instance) => (isScopeDone(turn, instance) ? done : waits),
};
