import { z } from 'zod';
import { names } from './catalogue.ts';
import { processDefinitionId } from './keys.ts';
import { operation } from './operation.ts';
import { pageRequest, searchReply } from './search.ts';
import { userTask } from './user-tasks.ts';

/** Open tasks: assigned to me; not assigned and offered to me or to one of my groups; both. */
export const inboxViews = ['mine', 'offered', 'all'] as const;

export const inboxRequest = z.strictObject({
  view: z.enum(inboxViews).default('all'),
  groups: z.array(z.string()).max(100).optional().meta({ description: 'Only what is offered to these groups of mine.' }),
  text: z.string().max(200).optional().meta({ description: 'Words in the name of the task or the process, in the subject, or the business id.' }),
  processDefinitionId: processDefinitionId.optional(),
  dueBefore: z.iso.datetime({ offset: true }).optional(),
  sortBy: z.enum(['due', 'priority', 'newest']).default('due'),
  page: pageRequest.prefault({}),
});

export type InboxRequest = z.output<typeof inboxRequest>;

/** A task as the inbox lists it. `names` are its names by language; `subject` says what it is about: the variable `title` of the instance, where that is a text. */
export const inboxItem = userTask
  .extend({ names, processNames: names, businessId: z.string().nullable(), subject: z.string().nullable(), startedBy: z.string().nullable(), isOverdue: z.boolean() })
  .meta({ id: 'InboxItem' });

export type InboxItem = z.output<typeof inboxItem>;

export const inboxCounts = z
  .object({ mine: z.int(), offered: z.int(), overdue: z.int(), groups: z.array(z.object({ group: z.string(), count: z.int() })), isCapped: z.boolean() })
  .meta({ id: 'InboxCounts', description: 'Counted up to a cap.' });

const tag = 'Inbox';

export const inboxOperations = {
  searchInbox: operation({ id: 'searchInbox', method: 'POST', path: '/v2/loopwright/inbox/search', tag, summary: 'My open tasks', body: inboxRequest, reply: { status: 200, body: searchReply(inboxItem) }, problems: [] }),
  countInbox: operation({ id: 'countInbox', method: 'GET', path: '/v2/loopwright/inbox/counts', tag, summary: 'How many open tasks I have', reply: { status: 200, body: inboxCounts }, problems: [] }),
};
