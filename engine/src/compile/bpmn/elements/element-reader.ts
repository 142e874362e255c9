import type { ElementBase, ElementModel, ElementType, ModelOf } from '../../../kernel/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import type { BpmnFile } from '../bpmn-file.ts';
import type { Extensions } from '../extensions/extensions.ts';

/** A drawn element while it is read. */
export interface ElementReading {
  readonly file: BpmnFile;
  readonly xml: XmlElement;
  readonly extensions: Extensions;
  /** Where it is drawn. */
  readonly place: 'process' | 'subprocess' | 'event subprocess';
}

/** What an element has beyond what all elements have. */
export type OwnParts<M extends ElementModel> = Omit<M, Exclude<keyof ElementBase, 'scope'> | 'scope'>;

/** Reads one kind of drawn element; what it refuses it tells the file, and gives back what it could read. */
export type ElementReader<T extends ElementType> = (reading: ElementReading) => OwnParts<ModelOf<T>>;

export const idOf = ({ xml }: ElementReading): string => xml.attributes['id'] ?? '';
