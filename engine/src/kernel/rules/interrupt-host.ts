import type { Variables } from '../json.ts';
import { abortInstance } from '../lifecycle/end-instance.ts';
import type { BoundaryEventModel } from '../model/element-model.ts';
import type { ElementInstance } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';
import { enterFiredEvent } from './enter-fired-event.ts';

/** A boundary event fires: an interrupting one first ends the activity it is attached to. Its token goes on beside. */
export function interruptHost(turn: Turn, host: ElementInstance, event: BoundaryEventModel, variables: Variables): void {
  if (!event.nonInterrupting) abortInstance(turn, host.key);
  enterFiredEvent(turn, event.id, host.scope as string, variables);
}
