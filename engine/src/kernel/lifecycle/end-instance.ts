import { behaviourOf } from '../elements/element.ts';
import { cancelWait } from '../rules/cancel-wait.ts';
import { closeIncident } from '../rules/raise-incident.ts';
import type { ElementInstance } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';
import { reactTo } from './react-to.ts';

/** Ends an element instance as completed. Whoever calls it then tells the scope. */
export function endInstance(turn: Turn, instance: ElementInstance): void {
  removeInstance(turn, instance, 'element completed');
}

/** Ends an element instance and everything inside it from outside, the innermost first. The scope isn't told. */
export function abortInstance(turn: Turn, key: string): void {
  abortChildren(turn, key);
  const instance = turn.instance(key);
  behaviourOf(turn, instance).abort?.(turn, instance, turn.model.element(instance.elementId));
  removeInstance(turn, instance, 'element terminated');
}

/** Ends everything inside an element instance, but for one that is spared. */
export function abortChildren(turn: Turn, key: string, spared?: string): void {
  if (turn.joins.length > 0) turn.joins = turn.joins.filter(({ scope }) => scope !== key);
  if (turn.instance(key).children === 0) return;
  const children = turn.instances.filter(({ scope, key: child }) => scope === key && child !== spared);
  for (const child of children) abortInstance(turn, child.key);
}

/** Tells the scope that an element instance inside it has ended. */
export function tellScope(turn: Turn, scopeKey: string): void {
  reactTo(turn, scopeKey, { type: 'child ended' });
}

function removeInstance(turn: Turn, { key, elementId, scope }: ElementInstance, type: 'element completed' | 'element terminated'): void {
  const { waits = [], incident } = turn.instance(key);
  for (const wait of waits) cancelWait(turn, wait);
  if (incident !== undefined) closeIncident(turn, incident, 'canceled');
  turn.facts.push({ type, elementInstanceKey: key, elementId });
  turn.remove(key);
  if (scope !== null) turn.edit(scope).children -= 1;
}
