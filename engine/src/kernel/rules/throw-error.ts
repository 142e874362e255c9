import type { ElementModel } from '../model/element-model.ts';
import type { ElementInstance, ThrownError } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';
import { listens } from './arm-attached-events.ts';
import { failInstance } from './finish-instance.ts';
import { fireEvent } from './fire-event.ts';

/**
 * Looks for the nearest event that catches an error, from the element instance that threw it outwards: its boundary events, then the event
 * subprocesses of the scope around it, and so on. One that names the code comes before one that catches all. What nobody catches in the
 * whole instance passes up to the instance that called it. False when there is none either.
 */
export function throwError(turn: Turn, thrower: ElementInstance, error: ThrownError): boolean {
  let inner: string | null = null;
  for (let listener: ElementInstance | null = thrower; listener; listener = listener.scope === null ? null : turn.instance(listener.scope)) {
    const event = catcherAt(turn, listener, error.code, inner);
    if (event) {
      fireEvent(turn, listener.key, event.id, error.variables);
      return true;
    }
    inner = listener.elementId;
  }
  if (turn.context.called) failInstance(turn, error);
  return turn.context.called;
}

/** An event subprocess doesn't catch what it throws itself. */
function catcherAt(turn: Turn, listener: ElementInstance, code: string, inner: string | null): ElementModel | null {
  const catchers = turn.model.attachedTo(listener.elementId).filter((event) => listens(listener, event) && event.scope !== inner && errorOf(event) !== null);
  return catchers.find((event) => errorOf(event)?.code === code) ?? catchers.find((event) => errorOf(event)?.code === undefined) ?? null;
}

const errorOf = (event: ElementModel): { readonly code?: string } | null =>
  'trigger' in event && event.trigger?.type === 'error' ? (event.trigger as { readonly code?: string }) : null;

export const uncaughtError = (error: ThrownError) =>
  ({
    ok: false,
    error: {
      incidentType: 'UNHANDLED_ERROR_EVENT',
      message: `Error '${error.code}' was thrown${error.message ? ` (${error.message})` : ''}, and nothing catches it.`,
      error,
    },
  }) as const;
