import type { Json, Variables } from '../json.ts';
import type { ElementInstance } from '../snapshot.ts';
import { drawKey } from '../turn/draw-key.ts';
import type { Turn } from '../turn/turn.ts';
import { equalJson } from './equal-json.ts';
import { scopeAround } from './instance-scope.ts';
import { setEntry } from './set-entry.ts';
import { sizeOf } from './size-of.ts';

/** Sets variables of one element instance, whatever the scopes around it hold. */
export function setLocalVariables(turn: Turn, key: string, variables: Variables): void {
  for (const name of Object.keys(variables)) setLocalVariable(turn, key, name, variables[name] as Json);
}

export function setLocalVariable(turn: Turn, key: string, name: string, value: Json): void {
  const { variables, keys } = turn.editVariables(key);
  const known = Object.hasOwn(variables, name);
  const old = known ? (variables[name] as Json) : undefined;
  if (old !== undefined && equalJson(old, value)) return;
  const variableKey = known ? (keys[name] as string) : drawKey(turn);
  turn.variableSize += sizeOf(value) - (old === undefined ? -name.length : sizeOf(old));
  setEntry(variables, name, value);
  setEntry(keys, name, variableKey);
  turn.facts.push({ type: 'variable set', variableKey, scopeKey: key, name, ...(old === undefined ? {} : { old }), new: value });
}

/** Sets each variable in the nearest scope that has it, from this element instance outwards; those that none has, in the process. */
export function propagateVariables(turn: Turn, from: ElementInstance, variables: Variables): void {
  for (const name of Object.keys(variables)) setLocalVariable(turn, scopeHolding(turn, from, name), name, variables[name] as Json);
}

function scopeHolding(turn: Turn, from: ElementInstance, name: string): string {
  for (let instance: ElementInstance | null = from; instance; instance = scopeAround(turn, instance)) {
    if (instance.variables && Object.hasOwn(instance.variables, name)) return instance.key;
  }
  return turn.rootKey;
}
