import type { IntermediateCatchEventModel } from '../../model/element-model.ts';
import { catchEvent } from '../../rules/catch-event.ts';
import type { Element } from '../element.ts';

export const intermediateCatchEvent: Element<IntermediateCatchEventModel> = {
  elementType: 'INTERMEDIATE_CATCH_EVENT',
  ...catchEvent,
};
