import type { ElementModel } from '../model/element-model.ts';
import { success, type Failure, type Result } from '../outcome.ts';
import type { ElementInstance } from '../snapshot.ts';
import { armEvent } from '../triggers/trigger.ts';
import { findByKey } from '../turn/keyed-list.ts';
import type { Turn } from '../turn/turn.ts';

/**
 * Begins to listen for the boundary events of an activity and for the event subprocesses inside it. Around a multi-instance activity its body
 * listens for the boundary events, and each of its instances for its own event subprocesses.
 */
export function armAttachedEvents(turn: Turn, instance: ElementInstance): Result<void, Failure> {
  for (const event of turn.model.attachedTo(instance.elementId)) {
    if (listens(instance, event) && 'trigger' in event && event.trigger && !isArmed(turn, instance, event)) {
      const armed = armEvent(turn, instance, event, event.trigger as Parameters<typeof armEvent>[3]);
      if (!armed.ok) return armed;
    }
  }
  return success(undefined);
}

/** Whether an attached event belongs to this element instance and not to the body around it, or the other way round. */
export function listens(instance: ElementInstance, event: ElementModel): boolean {
  const onBoundary = event.type === 'boundary event';
  if (instance.body) return onBoundary;
  return instance.loopCounter === undefined || !onBoundary;
}

/** After an incident in the middle, what already listens is left alone. */
const isArmed = (turn: Turn, { key, waits = [] }: ElementInstance, event: ElementModel): boolean =>
  waits.some((name) => {
    const wait = findByKey(turn.waits, name);
    return wait?.instance === key && 'target' in wait && wait.target === event.id;
  });
