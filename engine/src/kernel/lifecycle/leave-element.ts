import { behaviourOf } from '../elements/element.ts';
import type { ElementModel } from '../model/element-model.ts';
import { success, type Failure, type Progress, type Result } from '../outcome.ts';
import { followFlow } from '../rules/follow-flow.ts';
import { leaveLoop } from '../rules/leave-loop.ts';
import { takeOutgoingFlows } from '../rules/take-outgoing-flows.ts';
import type { ElementInstance } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';
import { endInstance, tellScope } from './end-instance.ts';

/** Ends an element instance that is through: chooses its flows, ends it, and sends a token down each of them. */
export function leaveElement(turn: Turn, instance: ElementInstance, element: ElementModel): Result<Progress, Failure> {
  if (instance.loopCounter !== undefined) return leaveLoop(turn, instance, element);
  const leave = behaviourOf(turn, instance).leave ?? takeOutgoingFlows;
  const flows = leave(turn, instance, element);
  if (!flows.ok) return flows;
  endInstance(turn, instance);
  if (instance.scope !== null) {
    for (const flow of flows.value) followFlow(turn, flow, instance.scope, instance.triggered?.variables);
    tellScope(turn, instance.scope);
  }
  return success('waits');
}
