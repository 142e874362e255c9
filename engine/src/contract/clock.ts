import { z } from 'zod';
import { longInteger } from './keys.ts';
import { operation } from './operation.ts';

/** Only tenants marked as test have a clock that can be set. */
export const clockOperations = {
  pinClock: operation({
    id: 'pinClock', method: 'PUT', path: '/v2/clock', tag: 'Clock', summary: 'Pin the clock of a test tenant; timers due by then fire in order',
    body: z.strictObject({ timestamp: longInteger(0).meta({ description: 'Epoch milliseconds.' }) }), reply: { status: 204, body: null }, problems: [409],
  }),
  resetClock: operation({ id: 'resetClock', method: 'POST', path: '/v2/clock/reset', tag: 'Clock', summary: 'Let the clock of a test tenant run again', reply: { status: 204, body: null }, problems: [409] }),
};
