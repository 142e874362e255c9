import type { ManualTaskModel } from '../../model/element-model.ts';
import { done } from '../../outcome.ts';
import type { Element } from '../element.ts';

/** Work outside the system: passed through, and in the history. */
export const manualTask: Element<ManualTaskModel> = {
  elementType: 'MANUAL_TASK',
  enter: () => done,
};
