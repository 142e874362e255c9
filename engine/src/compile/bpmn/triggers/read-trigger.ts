import type { CatchTriggerModel, ThrowTriggerModel } from '../../../kernel/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import { isBpmn } from '../bpmn-file.ts';
import type { ElementReading } from '../elements/element-reader.ts';
import { readErrorCatch, readErrorThrow } from './error.ts';
import { readLink } from './link.ts';
import { readMessageCatch, readMessageThrow } from './message.ts';
import { readTerminate } from './terminate.ts';
import { readTimer } from './timer.ts';

/** Reads one kind of event definition at one position; null where it is not to be there. */
export type TriggerReader<M> = (reading: ElementReading, definition: XmlElement) => M | null;

type ReadersOf<M extends { readonly type: string }> = { readonly [T in M['type']]: TriggerReader<Extract<M, { readonly type: T }>> };
type Readers = Readonly<Record<string, TriggerReader<unknown>>>;
type TriggerOf<R extends Readers> = NonNullable<ReturnType<R[keyof R]>>;

/** Readers of all triggers that are executed; a missing one does not compile. Each position picks those that it allows. */
export const catching: ReadersOf<CatchTriggerModel> = { timer: readTimer, message: readMessageCatch, error: readErrorCatch, link: readLink };
export const throwing: ReadersOf<ThrowTriggerModel> = { message: readMessageThrow, error: readErrorThrow, link: readLink, terminate: readTerminate };

/** What an event's definition says, of those that its position allows; null for an event without one. */
export function readTrigger<R extends Readers>(reading: ElementReading, allowed: R): TriggerOf<R> | null {
  const [definition, second] = reading.xml.children.filter((child) => isBpmn(child) && child.name.endsWith('ventDefinition'));
  if (!definition) {
    if (reading.xml.children.some((child) => isBpmn(child) && child.name === 'eventDefinitionRef')) refuse(reading, reading.xml, 'an event definition by reference');
    return null;
  }
  if (second) refuse(reading, second, 'an event with several definitions');
  const name = definition.name.replace(/EventDefinition$/, '');
  const read = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
  if (read) return read(reading, definition) as TriggerOf<R> | null;
  refuse(reading, definition, `a ${name} definition`);
  return null;
}

/** The definition that a position can't do without. */
export function readRequiredTrigger<R extends Readers>(reading: ElementReading, allowed: R, otherwise: TriggerOf<R>): TriggerOf<R> {
  const trigger = readTrigger(reading, allowed);
  const drawn = reading.xml.children.some((child) => isBpmn(child) && child.name.endsWith('ventDefinition'));
  if (!trigger && !drawn) reading.file.refuse(reading.xml, 'missing-event-definition', `A ${reading.xml.name} needs an event definition: ${Object.keys(allowed).join(', ')}.`);
  return trigger ?? otherwise;
}

const refuse = ({ file, xml }: ElementReading, at: XmlElement, what: string): void =>
  file.refuse(at, 'unsupported-event', `${what[0]?.toUpperCase()}${what.slice(1)} is not executed on a ${xml.name}.`, xml.attributes['id']);
