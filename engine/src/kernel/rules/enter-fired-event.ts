import type { Variables } from '../json.ts';
import { enterElement } from '../lifecycle/enter-element.ts';
import type { Turn } from '../turn/turn.ts';
import { deliverVariables } from './deliver-variables.ts';

/** Enters an event that has already fired, with what came with it: only its outputs are left to do. */
export function enterFiredEvent(turn: Turn, eventId: string, scopeKey: string, variables: Variables): void {
  const instance = enterElement(turn, eventId, scopeKey, { phase: 'outputs' });
  deliverVariables(turn, instance, variables);
}
