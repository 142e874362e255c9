import { readMessage } from '../triggers/message.ts';
import type { ElementReader } from './element-reader.ts';

export const readReceiveTask: ElementReader<'receive task'> = (reading) => {
  const { file, xml } = reading;
  if (xml.attributes['instantiate'] === 'true') file.refuse(xml, 'unsupported-instantiate', 'A receive task that starts an instance is not executed; draw a message start event.');
  return { type: 'receive task', trigger: readMessage(reading, xml, true) ?? { type: 'message', name: '' } };
};
