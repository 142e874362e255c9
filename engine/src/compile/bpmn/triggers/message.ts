import type { MessageCatchModel, MessageThrowModel } from '../../../kernel/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import { type ElementReading, idOf } from '../elements/element-reader.ts';
import { Extensions } from '../extensions/extensions.ts';
import { readRequiredJob } from '../extensions/job.ts';
import type { TriggerReader } from './read-trigger.ts';

export const readMessageCatch: TriggerReader<MessageCatchModel> = (reading, definition) => {
  refuseOperation(reading, definition);
  const startsProcess = reading.xml.name === 'startEvent' && reading.place === 'process';
  return readMessage(reading, definition, !startsProcess);
};

/** The message that `messageRef` names, with the key by which it is correlated. */
export function readMessage(reading: ElementReading, at: XmlElement, correlated: boolean): MessageCatchModel | null {
  const { file } = reading;
  const message = file.definition(at.attributes['messageRef'], 'message');
  const name = message?.attributes['name'];
  if (!message || !name) {
    file.refuse(at, 'missing-message', `A ${reading.xml.name} that waits for a message needs one with a name.`, idOf(reading));
    return null;
  }
  const extensions = new Extensions(file, message);
  const subscription = extensions.zeebe('subscription');
  const { correlationKey } = subscription ? extensions.attributes(subscription, 'correlationKey') : {};
  extensions.finish();
  if (!correlated) return { type: 'message', name };
  if (!correlationKey) file.refuse(at, 'missing-correlation-key', `The message '${name}' has no correlation key (zeebe:subscription), so that it would find no instance.`, idOf(reading));
  return { type: 'message', name, correlationKey: correlationKey ?? '' };
}

/** A message is thrown by a job worker. */
export const readMessageThrow: TriggerReader<MessageThrowModel> = (reading, definition) => {
  refuseOperation(reading, definition);
  return { type: 'message', job: readRequiredJob(reading.extensions) };
};

function refuseOperation({ file, xml }: ElementReading, definition: XmlElement): void {
  if (definition.children.some(({ name }) => name === 'operationRef')) file.refuse(definition, 'unsupported-operation', 'An operation of a message is not executed.', xml.attributes['id']);
}
