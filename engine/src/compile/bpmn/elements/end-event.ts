import { readTrigger, throwing } from '../triggers/read-trigger.ts';
import type { ElementReader } from './element-reader.ts';

const allowed = { message: throwing.message, error: throwing.error, terminate: throwing.terminate };

export const readEndEvent: ElementReader<'end event'> = (reading) => {
  const trigger = readTrigger(reading, allowed);
  return { type: 'end event', ...(trigger && { trigger }) };
};
