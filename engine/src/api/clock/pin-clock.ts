import { mustBeAllowed } from '../access/must-be-allowed.ts';
import { requestOf, settled } from '../outcome.ts';
import type { Verb } from '../verb.ts';

export const pinClock: Verb<'pinClock'> = async ({ runtime }, { caller, body: { timestamp } }) => {
  mustBeAllowed(caller, 'set', 'clock');
  settled(await runtime.pinClock({ ...requestOf(caller), timestamp }), 'clock of', caller.tenantId);
};
