import { evaluateBoolean, evaluateJson } from '../expressions/typed.ts';
import type { Json } from '../json.ts';
import { abortChildren, endInstance, tellScope } from '../lifecycle/end-instance.ts';
import type { MultiInstanceModel } from '../model/element-base.ts';
import type { ElementModel } from '../model/element-model.ts';
import { success, type Failure, type Progress, type Result } from '../outcome.ts';
import type { ElementInstance } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';
import { setLocalVariable } from '../variables/set-variables.ts';

/** Ends one instance of a multi-instance activity: keeps its output at its place, and asks whether that is enough. */
export function leaveLoop(turn: Turn, instance: ElementInstance, element: ElementModel): Result<Progress, Failure> {
  const loop = element.loop as MultiInstanceModel;
  const bodyKey = instance.scope as string;
  const collected = collectOutput(turn, instance, loop);
  if (!collected.ok) return collected;
  const enough = isEnough(turn, instance, loop);
  if (!enough.ok) return enough;
  if (collected.value) setLocalVariable(turn, bodyKey, ...collected.value);
  endInstance(turn, turn.instance(instance.key));
  const body = turn.edit(bodyKey);
  if (body.body) body.body = { ...body.body, completed: body.body.completed + 1 };
  if (enough.value) endTheOthers(turn, bodyKey);
  tellScope(turn, bodyKey);
  return success('waits');
}

type Collected = readonly [name: string, value: Json] | null;

function collectOutput(turn: Turn, instance: ElementInstance, { outputCollection, outputElement }: MultiInstanceModel): Result<Collected, Failure> {
  if (outputCollection === undefined || outputElement === undefined) return success(null);
  const value = evaluateJson({ turn, instance }, outputElement);
  if (!value.ok) return value;
  const { variables, body } = turn.instance(instance.scope as string);
  const collection = variables?.[outputCollection];
  const before = Array.isArray(collection) ? collection : [];
  const place = (instance.loopCounter as number) - 1;
  return success([outputCollection, Array.from({ length: body?.total ?? 0 }, (_, index) => (index === place ? value.value : (before[index] ?? null)))]);
}

/** The completion condition, which may count the instances: this one is counted as completed. */
function isEnough(turn: Turn, instance: ElementInstance, { completionCondition }: MultiInstanceModel): Result<boolean, Failure> {
  if (completionCondition === undefined) return success(false);
  const { body, children } = turn.instance(instance.scope as string);
  const also = {
    numberOfInstances: body?.total ?? 0,
    numberOfActiveInstances: children - 1,
    numberOfCompletedInstances: (body?.completed ?? 0) + 1,
    numberOfTerminatedInstances: body?.terminated ?? 0,
  };
  return evaluateBoolean({ turn, instance, also }, completionCondition);
}

function endTheOthers(turn: Turn, bodyKey: string): void {
  const running = turn.instance(bodyKey).children;
  abortChildren(turn, bodyKey);
  const body = turn.edit(bodyKey);
  if (body.body) body.body = { ...body.body, terminated: body.body.terminated + running, rest: [] };
}
