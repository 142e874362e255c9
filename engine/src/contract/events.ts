import { z } from 'zod';
import { key } from './keys.ts';
import { operation } from './operation.ts';

/** What the stream of live updates says: look again. `tasks`: the inbox may have changed; `instance`: this one has moved on. */
export const liveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('tasks'), userTaskKeys: z.array(key) }),
  z.object({ type: z.literal('instance'), processInstanceKey: key }),
]);

export type LiveEvent = z.output<typeof liveEvent>;

export const eventOperations = {
  streamEvents: operation({
    id: 'streamEvents', method: 'GET', path: '/v2/events', tag: 'Live updates', summary: 'Server-sent events: what the caller may see has changed',
    query: z.strictObject({ processInstanceKey: key.optional() }), reply: { status: 200, body: { mediaType: 'text/event-stream' } }, problems: [],
  }),
};
