import { catching, readRequiredTrigger } from '../triggers/read-trigger.ts';
import type { ElementReader } from './element-reader.ts';

const allowed = { timer: catching.timer, message: catching.message, error: catching.error };

export const readBoundaryEvent: ElementReader<'boundary event'> = (reading) => {
  const { file, xml } = reading;
  const { attachedToRef: host = '', cancelActivity } = xml.attributes;
  const trigger = readRequiredTrigger(reading, allowed, { type: 'error' });
  const nonInterrupting = cancelActivity === 'false';
  if (nonInterrupting && trigger.type === 'error') file.refuse(xml, 'error-interrupts', 'An error always interrupts; its boundary event can not be non-interrupting.');
  return { type: 'boundary event', host, trigger, ...(nonInterrupting && { nonInterrupting }) };
};
