import type { CatchTriggerModel } from '../../../kernel/index.ts';
import { catching, readTrigger } from '../triggers/read-trigger.ts';
import type { ElementReader } from './element-reader.ts';

const { timer, message, error } = catching;
const allowed = { process: { message }, subprocess: {}, 'event subprocess': { timer, message, error } } as const;

export const readStartEvent: ElementReader<'start event'> = (reading) => {
  const { file, xml, place } = reading;
  const trigger: CatchTriggerModel | null = readTrigger<Partial<typeof catching>>(reading, allowed[place]);
  const nonInterrupting = place === 'event subprocess' && xml.attributes['isInterrupting'] === 'false';
  if (nonInterrupting && trigger?.type === 'error') file.refuse(xml, 'error-interrupts', 'An error always interrupts; its start event can not be non-interrupting.');
  return { type: 'start event', ...(trigger && { trigger }), ...(nonInterrupting && { nonInterrupting }) };
};
