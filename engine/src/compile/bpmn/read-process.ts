import type { ElementModel, ProcessModel } from '../../kernel/index.ts';
import type { XmlElement } from '../xml/index.ts';
import type { BpmnFile } from './bpmn-file.ts';
import { checkProcess } from './checks/check-process.ts';
import type { CompiledProcess, CompiledStartEvent } from './compiled-process.ts';
import { Extensions } from './extensions/extensions.ts';
import { readLanes } from './read-lanes.ts';
import { referencesOf } from './references.ts';
import { readScope, type DrawnProcess } from './read-scope.ts';

/** Reads one executable process, checks it, and puts it together as data for the kernel. */
export function readProcess(file: BpmnFile, xml: XmlElement): CompiledProcess {
  const { id: processId = '', name } = xml.attributes;
  if (processId === '') file.refuse(xml, 'missing-id', 'A process has no id.');
  const extensions = new Extensions(file, xml);
  const tag = extensions.zeebe('versionTag');
  const versionTag = tag ? (extensions.attributes(tag, 'value').value ?? null) : null;
  const bound = extensions.loopwright('calendar');
  const calendar = bound ? extensions.attributes(bound, 'id').id : undefined;
  if (bound && !calendar) extensions.refuse(bound, 'missing-calendar', 'The calendar of a process has no id.');
  extensions.finish();
  const process: DrawnProcess = { elements: new Map(), flows: new Map(), drawn: new Map([[processId, xml]]), startForm: null };
  process.elements.set(processId, { type: 'process', id: processId, ...(name && { name }) });
  readScope(file, xml, 'process', process);
  assignLanes(process, readLanes(file, xml));
  const model = assemble(processId, calendar, process);
  checkProcess({ file, model, drawn: process.drawn });
  return {
    processId,
    name: name ?? null,
    versionTag,
    model,
    startEvents: startEventsOf(model),
    references: referencesOf(model),
    startForm: process.startForm,
  };
}

/** User tasks without candidate groups of their own get the group of their lane. */
function assignLanes({ elements }: DrawnProcess, groups: ReadonlyMap<string, string>): void {
  for (const element of elements.values()) {
    const group = groups.get(element.id);
    if (element.type === 'user task' && group !== undefined && element.candidateGroups === undefined) elements.set(element.id, { ...element, candidateGroups: group });
  }
}

function assemble(processId: string, calendar: string | undefined, { elements, flows }: DrawnProcess): ProcessModel {
  const [incoming, outgoing] = (['target', 'source'] as const).map((end) => Map.groupBy(flows.values(), (flow) => flow[end]));
  const connected = [...elements.values()].map((element): readonly [string, ElementModel] => {
    const [into, out] = [incoming, outgoing].map((flowsBy) => flowsBy?.get(element.id)?.map(({ id }) => id));
    return [element.id, { ...element, ...(into && { incoming: into }), ...(out && { outgoing: out }) }];
  });
  return { processId, ...(calendar && { calendar }), elements: Object.fromEntries(connected), flows: Object.fromEntries(flows) };
}

function startEventsOf({ processId, elements }: ProcessModel): readonly CompiledStartEvent[] {
  return Object.values(elements).flatMap((element): readonly CompiledStartEvent[] => {
    if (element.type !== 'start event' || element.scope !== processId) return [];
    const { id: elementId, trigger } = element;
    if (!trigger) return [{ elementId, trigger: { type: 'none' } }];
    return trigger.type === 'message' ? [{ elementId, trigger: { type: 'message', name: trigger.name } }] : [];
  });
}
