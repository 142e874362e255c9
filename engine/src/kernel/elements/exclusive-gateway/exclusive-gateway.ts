import type { ExclusiveGatewayModel } from '../../model/element-model.ts';
import { done, success } from '../../outcome.ts';
import { holdsOn, noFlow } from '../../rules/take-outgoing-flows.ts';
import type { Element } from '../element.ts';

/** One way out: the first flow in drawn order whose condition holds, else the default flow, else an incident. */
export const exclusiveGateway: Element<ExclusiveGatewayModel> = {
  elementType: 'EXCLUSIVE_GATEWAY',
  enter: () => done,
  leave(turn, instance, gateway) {
    const flows = turn.model.outgoingOf(gateway.id);
    for (const flow of flows) {
      if (flow.id === gateway.defaultFlow) continue;
      const holds = holdsOn(turn, instance, flow);
      if (!holds.ok) return holds;
      if (holds.value) return success([flow]);
    }
    const otherwise = flows.filter(({ id }) => id === gateway.defaultFlow);
    return otherwise.length > 0 || flows.length === 0 ? success(otherwise) : noFlow(gateway);
  },
};
