import type { Asking } from '../expressions/evaluate.ts';
import { evaluateJson } from '../expressions/typed.ts';
import type { Json, JsonObject, Variables } from '../json.ts';
import type { VariableMapping } from '../model/element-base.ts';
import { success, type Failure, type Result } from '../outcome.ts';
import type { ElementInstance } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';
import { InstanceScope, scopeAround } from './instance-scope.ts';
import { propagateVariables, setLocalVariables } from './set-variables.ts';
import { setEntry } from './set-entry.ts';

/** Input mappings: each becomes a local variable; a later one sees the earlier ones. */
export function mapInputs(turn: Turn, instance: ElementInstance, mappings: readonly VariableMapping[]): Result<void, Failure> {
  const mapped = evaluateMappings({ turn, instance, incidentType: 'IO_MAPPING_ERROR' }, mappings, () => undefined);
  if (!mapped.ok) return mapped;
  setLocalVariables(turn, instance.key, mapped.value);
  return success(undefined);
}

/** Output mappings: evaluated with the local variables, set from the scope around outwards. A path keeps the rest of the variable it goes into. */
export function mapOutputs(turn: Turn, instance: ElementInstance, mappings: readonly VariableMapping[]): Result<void, Failure> {
  const around = scopeAround(turn, instance) ?? instance;
  const outer = new InstanceScope(turn, around);
  const mapped = evaluateMappings({ turn, instance, incidentType: 'IO_MAPPING_ERROR' }, mappings, (name) => outer.get(name));
  if (!mapped.ok) return mapped;
  propagateVariables(turn, around, mapped.value);
  return success(undefined);
}

function evaluateMappings(asking: Asking, mappings: readonly VariableMapping[], existing: (name: string) => Json | undefined): Result<Variables, Failure> {
  const mapped: Variables = {};
  for (const { source, target } of mappings) {
    const value = evaluateJson({ ...asking, also: mapped }, source);
    if (!value.ok) return value;
    const [name = target, ...path] = target.split('.');
    const before = Object.hasOwn(mapped, name) ? mapped[name] : existing(name);
    setEntry(mapped, name, path.length === 0 ? value.value : withPath(before, path, value.value));
  }
  return success(mapped);
}

function withPath(before: Json | undefined, [name = '', ...rest]: readonly string[], value: Json): Json {
  const object: JsonObject = before !== null && typeof before === 'object' && !Array.isArray(before) ? { ...before } : {};
  setEntry(object, name, rest.length === 0 ? value : withPath(Object.hasOwn(object, name) ? object[name] : undefined, rest, value));
  return object;
}
