import type { Json, Variables } from '../json.ts';
import type { ElementInstance } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';
import { InstanceScope } from './instance-scope.ts';
import { setEntry } from './set-entry.ts';

/** All variables that an element instance sees, the innermost of each name. */
export function visibleVariables(turn: Turn, instance: ElementInstance): Variables {
  const scope = new InstanceScope(turn, instance);
  const variables: Variables = {};
  for (const name of scope.names()) if (!Object.hasOwn(variables, name)) setEntry(variables, name, scope.get(name) as Json);
  return variables;
}
