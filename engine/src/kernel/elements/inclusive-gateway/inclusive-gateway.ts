import type { InclusiveGatewayModel } from '../../model/element-model.ts';
import { done } from '../../outcome.ts';
import type { Element } from '../element.ts';

/** Takes every flow whose condition holds, else the default flow; waits for all tokens that can still come (before it is entered). */
export const inclusiveGateway: Element<InclusiveGatewayModel> = {
  elementType: 'INCLUSIVE_GATEWAY',
  enter: () => done,
};
