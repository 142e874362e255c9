import type { StartEventModel } from '../../model/element-model.ts';
import { done } from '../../outcome.ts';
import { startEventSubprocess } from '../../rules/start-event-subprocess.ts';
import type { Element } from '../element.ts';

export const startEvent: Element<StartEventModel> = {
  elementType: 'START_EVENT',
  enter: () => done,
  fire: startEventSubprocess,
};
