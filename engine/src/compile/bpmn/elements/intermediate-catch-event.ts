import { catching, readRequiredTrigger } from '../triggers/read-trigger.ts';
import type { ElementReader } from './element-reader.ts';

const allowed = { timer: catching.timer, message: catching.message, link: catching.link };

export const readIntermediateCatchEvent: ElementReader<'intermediate catch event'> = (reading) => ({
  type: 'intermediate catch event',
  trigger: readRequiredTrigger(reading, allowed, { type: 'link', name: '' }),
});
