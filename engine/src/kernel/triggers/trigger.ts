import type { ElementModel } from '../model/element-model.ts';
import type { CatchTriggerModel, ThrowTriggerModel } from '../model/trigger-model.ts';
import type { Failure, Outcome, Result } from '../outcome.ts';
import type { ElementInstance } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';

/** A reason why a waiting event fires. */
export interface CatchTrigger<M> {
  /** Begins to listen on behalf of an element instance; `event` is the drawn event that fires. Computes before it acts. */
  arm(turn: Turn, owner: ElementInstance, event: ElementModel, trigger: M): Result<void, Failure>;
}

/** What a throwing event does. */
export interface ThrowTrigger<M> {
  throw(turn: Turn, instance: ElementInstance, event: ElementModel, trigger: M): Outcome;
}

export interface TriggerRegistry {
  readonly catching: { readonly [T in CatchTriggerModel['type']]: CatchTrigger<Extract<CatchTriggerModel, { readonly type: T }>> };
  readonly throwing: { readonly [T in ThrowTriggerModel['type']]: ThrowTrigger<Extract<ThrowTriggerModel, { readonly type: T }>> };
}

/** Begins to listen for an event, whatever its trigger. */
export function armEvent(turn: Turn, owner: ElementInstance, event: ElementModel, trigger: CatchTriggerModel): Result<void, Failure> {
  const catching = turn.behaviours.triggers.catching[trigger.type] as CatchTrigger<CatchTriggerModel>;
  return catching.arm(turn, owner, event, trigger);
}

/** Does what a throwing event does, whatever its trigger. */
export function throwEvent(turn: Turn, instance: ElementInstance, event: ElementModel, trigger: ThrowTriggerModel): Outcome {
  const throwing = turn.behaviours.triggers.throwing[trigger.type] as ThrowTrigger<ThrowTriggerModel>;
  return throwing.throw(turn, instance, event, trigger);
}
