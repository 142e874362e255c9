import { start } from '../main/start.ts';
import type { Verb } from './verb.ts';

export const startVerb: Verb = {
  summary: 'bring everything up, as npm start does',
  usage: 'Usage: loopwright start\n\nReads LOOPWRIGHT_PORT, LOOPWRIGHT_HOME, DATABASE_URL and TEMPORAL_ADDRESS; the README lists them all.',
  async run() {
    await start();
    return Number(process.exitCode ?? 0);
  },
};
