import { toJson } from '../../feel/index.ts';
import { evaluateList } from '../../expressions/typed.ts';
import type { Json } from '../../json.ts';
import { enterElement } from '../../lifecycle/enter-element.ts';
import { limits } from '../../limits.ts';
import type { MultiInstanceModel } from '../../model/element-base.ts';
import { done, fail, waits } from '../../outcome.ts';
import { takeOutgoingFlows } from '../../rules/take-outgoing-flows.ts';
import type { Turn } from '../../turn/turn.ts';
import { propagateVariables, setLocalVariable } from '../../variables/set-variables.ts';
import { scopeAround } from '../../variables/instance-scope.ts';
import type { Element } from '../element.ts';

/**
 * The body around the instances of a multi-instance activity: one instance for each item of the collection, all at once or one after another.
 * The output collection keeps each instance's place. `leave-loop` counts them and asks the completion condition.
 */
export const multiInstanceBody: Element = {
  elementType: 'MULTI_INSTANCE_BODY',
  enter(turn, instance, element) {
    const loop = element.loop as MultiInstanceModel;
    const items = evaluateList({ turn, instance }, loop.inputCollection);
    if (!items.ok) return items;
    if (!loop.sequential && turn.entered + items.value.length > limits.elementsPerStep) return tooMany(items.value.length);
    const values = items.value.map(toJson);
    turn.edit(instance.key).body = { total: values.length, completed: 0, terminated: 0, ...(loop.sequential && { rest: values.slice(1) }) };
    if (loop.outputCollection !== undefined) setLocalVariable(turn, instance.key, loop.outputCollection, values.map(() => null));
    const first = loop.sequential ? values.slice(0, 1) : values;
    first.forEach((item, index) => enterInstance(turn, instance.key, element.id, loop, item, index + 1));
    return values.length === 0 ? done : waits;
  },
  react(turn, instance, element) {
    const { body, children } = turn.instance(instance.key);
    const [item, ...rest] = body?.rest ?? [];
    if (!body || children > 0) return waits;
    if (item === undefined) return done;
    turn.edit(instance.key).body = { ...body, rest };
    enterInstance(turn, instance.key, element.id, element.loop as MultiInstanceModel, item, body.total - rest.length);
    return waits;
  },
  leave(turn, instance, element) {
    const flows = takeOutgoingFlows(turn, instance, element);
    const collection = (element.loop as MultiInstanceModel).outputCollection;
    const around = scopeAround(turn, instance);
    if (flows.ok && collection !== undefined && around) propagateVariables(turn, around, { [collection]: instance.variables?.[collection] ?? null });
    return flows;
  },
};

const tooMany = (count: number) => fail('EXTRACT_VALUE_ERROR', `${count} instances at once are more than fit into a step of ${limits.elementsPerStep} elements.`);

function enterInstance(turn: Turn, bodyKey: string, elementId: string, { inputElement }: MultiInstanceModel, item: Json, loopCounter: number): void {
  const { key } = enterElement(turn, elementId, bodyKey, { loopCounter });
  if (inputElement !== undefined) setLocalVariable(turn, key, inputElement, item);
  setLocalVariable(turn, key, 'loopCounter', loopCounter);
}
