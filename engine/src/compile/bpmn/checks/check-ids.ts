import type { XmlElement } from '../../xml/index.ts';
import { isBpmn, type BpmnFile } from '../bpmn-file.ts';

/** Ids are unique in a file. */
export function checkIds(file: BpmnFile): void {
  const known = new Map<string, XmlElement>();
  const open = [file.root];
  for (let element = open.pop(); element; element = open.pop()) {
    const id = isBpmn(element) ? element.attributes['id'] : undefined;
    const before = id === undefined ? undefined : known.get(id);
    if (id !== undefined && before) file.refuse(element, 'duplicate-id', `The id '${id}' is also that of the ${before.name} in line ${before.line}.`);
    else if (id !== undefined) known.set(id, element);
    for (let child = element.children.length - 1; child >= 0; child--) open.push(element.children[child] as XmlElement);
  }
}
