import type { UndefinedTaskModel } from '../../model/element-model.ts';
import { done } from '../../outcome.ts';
import type { Element } from '../element.ts';

/** A task without a type: a step that is drawn and does nothing. */
export const undefinedTask: Element<UndefinedTaskModel> = {
  elementType: 'TASK',
  enter: () => done,
};
