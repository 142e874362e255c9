import type { BoundaryEventModel } from '../../model/element-model.ts';
import { done } from '../../outcome.ts';
import { interruptHost } from '../../rules/interrupt-host.ts';
import type { Element } from '../element.ts';

export const boundaryEvent: Element<BoundaryEventModel> = {
  elementType: 'BOUNDARY_EVENT',
  enter: () => done,
  fire: interruptHost,
};
