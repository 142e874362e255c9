import type { ParallelGatewayModel } from '../../model/element-model.ts';
import { done, success } from '../../outcome.ts';
import type { Element } from '../element.ts';

/** Waits for a token on each incoming flow (before it is entered), and takes every outgoing one. */
export const parallelGateway: Element<ParallelGatewayModel> = {
  elementType: 'PARALLEL_GATEWAY',
  enter: () => done,
  leave: (turn, _instance, { id }) => success(turn.model.outgoingOf(id)),
};
