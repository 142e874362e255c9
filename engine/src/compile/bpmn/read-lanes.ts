import { childrenNamed, type XmlElement } from '../xml/index.ts';
import { bpmnChild, type BpmnFile } from './bpmn-file.ts';
import { Extensions } from './extensions/extensions.ts';

/**
 * Candidate groups by the id of the flow nodes in lanes that have one (`<loopwright:lane candidateGroup="…"/>`).
 * Lanes without are documentation. An inner lane comes before the one around it.
 */
export function readLanes(file: BpmnFile, process: XmlElement): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const laneSet of childrenNamed(process, 'laneSet')) for (const lane of childrenNamed(laneSet, 'lane')) readLane(file, lane, null, groups);
  return groups;
}

function readLane(file: BpmnFile, lane: XmlElement, around: string | null, groups: Map<string, string>): void {
  const extensions = new Extensions(file, lane);
  const binding = extensions.loopwright('lane');
  const { candidateGroup } = binding ? extensions.attributes(binding, 'candidateGroup') : {};
  if (binding && !candidateGroup) extensions.refuse(binding, 'missing-candidate-group', 'The binding of a lane names no candidate group.');
  extensions.finish();
  const group = candidateGroup ?? around;
  if (group !== null) for (const { text } of childrenNamed(lane, 'flowNodeRef')) groups.set(text.trim(), group);
  const inner = bpmnChild(lane, 'childLaneSet');
  if (inner) for (const child of childrenNamed(inner, 'lane')) readLane(file, child, group, groups);
}
