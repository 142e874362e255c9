import { evaluateBoolean } from '../expressions/typed.ts';
import type { ElementModel } from '../model/element-model.ts';
import type { FlowModel } from '../model/process-model.ts';
import { fail, success, type Failure, type Result } from '../outcome.ts';
import type { ElementInstance } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';

/**
 * Flows that a token takes out of an element: all that have no condition or whose condition holds; the default flow when no condition does.
 * An element without outgoing flows ends its token.
 */
export function takeOutgoingFlows(turn: Turn, instance: ElementInstance, element: ElementModel): Result<readonly FlowModel[], Failure> {
  const flows = turn.model.outgoingOf(element.id);
  if (element.defaultFlow === undefined && flows.every(({ condition }) => condition === undefined)) return success(flows);
  const taken: FlowModel[] = [];
  for (const flow of flows) {
    if (flow.id === element.defaultFlow) continue;
    const holds = holdsOn(turn, instance, flow);
    if (!holds.ok) return holds;
    if (holds.value) taken.push(flow);
  }
  const chosen = taken.length > 0 ? taken : flows.filter(({ id }) => id === element.defaultFlow);
  return chosen.length > 0 ? success(chosen) : noFlow(element);
}

/** Whether a token may take a flow. */
export const holdsOn = (turn: Turn, instance: ElementInstance, { condition }: FlowModel): Result<boolean, Failure> =>
  condition === undefined ? success(true) : evaluateBoolean({ turn, instance, incidentType: 'CONDITION_ERROR' }, condition);

export const noFlow = ({ id, name }: ElementModel): Result<never, Failure> =>
  fail('CONDITION_ERROR', `No condition of the flows out of '${name ?? id}' holds, and it has no default flow.`);
