import type { Finish } from '../commands.ts';
import { abortInstance } from '../lifecycle/end-instance.ts';
import type { ThrownError } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';

/** Ends the whole instance from outside. */
export function terminateInstance(turn: Turn): void {
  endFromOutside(turn, 'terminated', { type: 'terminated' });
}

/** Ends the instance by an error that the instance which called it is to catch. */
export function failInstance(turn: Turn, { code, message, variables }: ThrownError): void {
  endFromOutside(turn, 'failed', { type: 'error', errorCode: code, errorMessage: message, variables });
}

function endFromOutside(turn: Turn, state: 'failed' | 'terminated', outcome: Finish['outcome']): void {
  if (turn.find(turn.rootKey)) abortInstance(turn, turn.rootKey);
  turn.state = state;
  turn.commands.push({ type: 'finish', outcome });
}
