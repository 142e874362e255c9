import type { ProcessModelElement } from '../../model/element-model.ts';
import { done, success, waits } from '../../outcome.ts';
import { isScopeDone } from '../../rules/complete-scope.ts';
import type { Element } from '../element.ts';

/** The process itself, as an element instance whose key is the instance's. Its first event enters the start event, which comes before it begins to listen. */
export const process: Element<ProcessModelElement> = {
  elementType: 'PROCESS',
  enter: (turn, instance) => (isScopeDone(turn, instance) ? done : waits),
  react: (turn, instance) => (isScopeDone(turn, instance) ? done : waits),
  leave(turn, instance) {
    turn.state = 'completed';
    turn.commands.push({ type: 'finish', outcome: { type: 'completed', variables: instance.variables ?? {} } });
    return success([]);
  },
};
