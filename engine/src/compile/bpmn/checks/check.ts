import type { ElementModel, ProcessModel } from '../../../kernel/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import type { BpmnFile } from '../bpmn-file.ts';

/** A process put together, and where each of its elements and flows is drawn. */
export interface Checked {
  readonly file: BpmnFile;
  readonly model: ProcessModel;
  readonly drawn: ReadonlyMap<string, XmlElement>;
}

/** A law that a drawing has to keep; what breaks it is told to the file. */
export type Check = (checked: Checked) => void;

export function refuseAt({ file, drawn }: Checked, id: string, code: string, message: string): void {
  file.refuse(drawn.get(id) ?? file.root, code, message, id);
}

export const elementsOf = ({ model }: Checked): readonly ElementModel[] => Object.values(model.elements);

const activities: ReadonlySet<ElementModel['type']> = new Set([
  'task', 'manual task', 'user task', 'service task', 'send task', 'receive task', 'script task', 'business rule task', 'call activity', 'subprocess',
]);

export const isActivity = ({ type }: ElementModel): boolean => activities.has(type);
