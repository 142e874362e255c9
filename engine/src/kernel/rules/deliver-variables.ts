import type { Variables } from '../json.ts';
import type { ElementInstance } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';
import { propagateVariables, setLocalVariables } from '../variables/set-variables.ts';

/**
 * Variables that came to an element instance from outside (a worker, a person, a message). With output mappings they become local variables
 * for these to pick from; without, each is set in the nearest scope that has it, else in the process.
 */
export function deliverVariables(turn: Turn, instance: ElementInstance, variables: Variables): void {
  const { outputs } = turn.model.element(instance.elementId);
  if (outputs && outputs.length > 0) setLocalVariables(turn, instance.key, variables);
  else propagateVariables(turn, instance, variables);
}
