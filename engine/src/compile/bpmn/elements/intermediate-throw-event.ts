import { readTrigger, throwing } from '../triggers/read-trigger.ts';
import type { ElementReader } from './element-reader.ts';

const allowed = { message: throwing.message, link: throwing.link };

export const readIntermediateThrowEvent: ElementReader<'intermediate throw event'> = (reading) => {
  const trigger = readTrigger(reading, allowed);
  return { type: 'intermediate throw event', ...(trigger && { trigger }) };
};
