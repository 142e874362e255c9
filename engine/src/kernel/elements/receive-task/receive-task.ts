import type { ReceiveTaskModel } from '../../model/element-model.ts';
import { catchEvent } from '../../rules/catch-event.ts';
import type { Element } from '../element.ts';

export const receiveTask: Element<ReceiveTaskModel> = {
  elementType: 'RECEIVE_TASK',
  ...catchEvent,
};
