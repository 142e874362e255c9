import { z } from 'zod';
import { names } from './catalogue.ts';
import { dateTime, elementId, key } from './keys.ts';
import { operation } from './operation.ts';
import { processInstance } from './process-instances.ts';
import { pageRequest, searchReply } from './search.ts';

export const requestsRequest = z.strictObject({
  state: z.enum(['open', 'ended', 'all']).default('open'),
  text: z.string().max(200).optional().meta({ description: 'Words in the subject or the name of the process, or the business id.' }),
  page: pageRequest.prefault({}),
});

export type RequestsRequest = z.output<typeof requestsRequest>;

/** A process instance that I started: what it is about, where it stands and who is next. Newest first. */
export const requestItem = processInstance
  .extend({
    processNames: names,
    subject: z.string().nullable(),
    waitingFor: z.array(
      z.object({
        userTaskKey: key,
        elementId,
        names,
        since: dateTime,
        dueDate: dateTime.nullable(),
        assignee: z.string().nullable(),
        candidateGroups: z.array(z.string()),
        candidateUsers: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'RequestItem' });

export type RequestItem = z.output<typeof requestItem>;

export const requestOperations = {
  searchRequests: operation({
    id: 'searchRequests', method: 'POST', path: '/v2/loopwright/requests/search', tag: 'Catalogue', summary: 'What I have started, where it stands and who is next',
    body: requestsRequest, reply: { status: 200, body: searchReply(requestItem) }, problems: [],
  }),
};
