import { mustBeAllowed } from '../access/must-be-allowed.ts';
import { requestOf, settled } from '../outcome.ts';
import type { Verb } from '../verb.ts';

export const resetClock: Verb<'resetClock'> = async ({ runtime }, { caller }) => {
  mustBeAllowed(caller, 'set', 'clock');
  settled(await runtime.resetClock(requestOf(caller)), 'clock of', caller.tenantId);
};
