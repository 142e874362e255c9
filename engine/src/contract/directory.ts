import { z } from 'zod';
import { names } from './catalogue.ts';
import { operation } from './operation.ts';

/** The people and groups of the tenant by name: for showing ids as names, and for choosing somebody. */
export const directory = z
  .object({
    people: z.array(z.object({ userId: z.string(), name: z.string() })),
    groups: z.array(z.object({ groupId: z.string(), names })),
  })
  .meta({ id: 'Directory' });

export type Directory = z.output<typeof directory>;

export const directoryOperations = {
  getDirectory: operation({
    id: 'getDirectory', method: 'GET', path: '/v2/loopwright/directory', tag: 'Session', summary: 'The names of people and groups', reply: { status: 200, body: directory }, problems: [],
  }),
};
