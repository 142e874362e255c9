import type { ElementModel } from '../../../kernel/index.ts';
import { elementsOf, type Check } from './check.ts';

/** Tells of elements that no token can ever reach. */
export const checkReachability: Check = (checked) => {
  const elements = elementsOf(checked);
  const reached = new Set<string>();
  const open: (ElementModel | undefined)[] = [checked.model.elements[checked.model.processId]];
  for (let element = open.pop(); element || open.length > 0; element = open.pop()) {
    if (!element || reached.has(element.id)) continue;
    reached.add(element.id);
    for (const flow of element.outgoing ?? []) open.push(checked.model.elements[checked.model.flows[flow]?.target ?? '']);
    open.push(...elements.filter((other) => comesFrom(other, element)));
  }
  for (const { id, type } of elements) {
    const xml = checked.drawn.get(id);
    if (!reached.has(id) && xml) checked.file.warn(xml, 'unreachable', `No token can reach this ${type}.`);
  }
};

/** Whether an element comes to be active because of another one, other than by a sequence flow. */
function comesFrom(element: ElementModel, from: ElementModel): boolean {
  if (element.type === 'boundary event') return element.host === from.id;
  if (element.type === 'start event' || element.type === 'event subprocess') return element.scope === from.id;
  if (element.type !== 'intermediate catch event' || element.trigger.type !== 'link') return false;
  return from.type === 'intermediate throw event' && from.scope === element.scope && from.trigger?.type === 'link' && from.trigger.name === element.trigger.name;
}
