import type { Variables } from '../json.ts';
import type { ElementModel, ElementType, ModelOf } from '../model/element-model.ts';
import type { FlowModel } from '../model/process-model.ts';
import type { Failure, Outcome, Result } from '../outcome.ts';
import type { ElementInstance } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';
import type { Occurrence } from './occurrence.ts';

/**
 * What an element does, in four words. Each computes before it acts: one that fails has changed nothing, so that it can be taken up again
 * when its incident is resolved.
 */
export interface Element<M extends ElementModel = ElementModel> {
  /** Camunda's name of the element type, as element instances show it. */
  readonly elementType: string;
  /** A token has come in, its inputs are mapped, its boundary events listen. */
  enter(turn: Turn, instance: ElementInstance, element: M): Outcome;
  /** Something has happened that the element waits for. */
  react?(turn: Turn, instance: ElementInstance, element: M, occurrence: Occurrence): Outcome;
  /** It is through, its outputs are mapped: which flows are taken? By default those that `take-outgoing-flows` chooses. */
  leave?(turn: Turn, instance: ElementInstance, element: M): Result<readonly FlowModel[], Failure>;
  /** It is ended from outside; whatever it waits for is closed without its doing. */
  abort?(turn: Turn, instance: ElementInstance, element: M): void;
  /** As an event that another element instance listens for: it fires. Without this word the listener itself reacts. */
  fire?(turn: Turn, listener: ElementInstance, element: M, variables: Variables): void;
}

export type ElementRegistry = { readonly [T in ElementType]: Element<ModelOf<T>> };

/** What an element instance does: its element's behaviour, or that of a multi-instance body. */
export function behaviourOf(turn: Turn, instance: ElementInstance): Element {
  const { elements, multiInstanceBody } = turn.behaviours;
  return instance.body ? multiInstanceBody : (elements[turn.model.element(instance.elementId).type] as Element);
}
