import type { ElementModel, FlowModel } from '../../../kernel/index.ts';
import { elementsOf, isActivity, refuseAt, type Check, type Checked } from './check.ts';

/** Sequence flows connect elements of one scope, in a direction that their ends allow, with conditions only where somebody asks them. */
export const checkFlows: Check = (checked) => {
  for (const flow of Object.values(checked.model.flows)) checkEnds(checked, flow);
  for (const element of elementsOf(checked)) {
    checkDefaultFlow(checked, element);
    checkChoice(checked, element);
  }
};

function checkEnds(checked: Checked, { id, source, target, condition }: FlowModel): void {
  const [from, to] = [checked.model.elements[source], checked.model.elements[target]];
  if (!from || !to) return refuseAt(checked, id, 'dangling-flow', `The sequence flow ${from ? `leads to '${target}'` : `comes from '${source}'`}, which is no element of the process.`);
  if (from.scope !== to.scope) refuseAt(checked, id, 'flow-across-scopes', 'A sequence flow can not cross the border of a subprocess.');
  if (from.type === 'end event') refuseAt(checked, id, 'flow-out-of-end', 'No sequence flow can come out of an end event.');
  if (from.type === 'event subprocess' || to.type === 'event subprocess') refuseAt(checked, id, 'flow-at-event-subprocess', 'An event subprocess has no sequence flows.');
  if (to.type === 'start event' || to.type === 'boundary event') refuseAt(checked, id, 'flow-into-event', `No sequence flow can lead into a ${to.type}.`);
  if (condition !== undefined && !asksConditions(from)) refuseAt(checked, id, 'condition-not-asked', `A ${from.type} asks no conditions of its flows.`);
}

function checkDefaultFlow(checked: Checked, element: ElementModel): void {
  const { id, defaultFlow, outgoing = [] } = element;
  if (defaultFlow === undefined) return;
  if (!asksConditions(element)) refuseAt(checked, id, 'default-flow-not-asked', `A ${element.type} has no default flow.`);
  else if (!outgoing.includes(defaultFlow)) refuseAt(checked, id, 'unknown-default-flow', `The default flow '${defaultFlow}' does not come out of this element.`);
  else if (checked.model.flows[defaultFlow]?.condition !== undefined) refuseAt(checked, defaultFlow, 'condition-on-default-flow', 'The default flow can not have a condition.');
}

/** A gateway that chooses needs something to choose by. */
function checkChoice(checked: Checked, { type, outgoing = [], defaultFlow }: ElementModel): void {
  if ((type !== 'exclusive gateway' && type !== 'inclusive gateway') || outgoing.length < 2) return;
  for (const id of outgoing) {
    if (id !== defaultFlow && checked.model.flows[id]?.condition === undefined) {
      refuseAt(checked, id, 'missing-condition', `A flow out of an ${type} needs a condition, unless it is the default flow.`);
    }
  }
}

const asksConditions = (element: ElementModel): boolean => element.type === 'exclusive gateway' || element.type === 'inclusive gateway' || isActivity(element);
