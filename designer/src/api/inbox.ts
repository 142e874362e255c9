import { inboxOperations, type InboxItem, type RequestBody } from '@loopwright/engine/contract';
import { infiniteQueryOptions, useQuery } from '@tanstack/react-query';
import { send } from './send.ts';

export type InboxAsked = Omit<RequestBody<typeof inboxOperations.searchInbox>, 'page'>;
export type { InboxItem };

const pageSize = 50;

export function inboxQuery(asked: InboxAsked) {
  return infiniteQueryOptions({
    queryKey: ['inbox', 'list', asked],
    queryFn: ({ pageParam, signal }) => send(inboxOperations.searchInbox, { body: { ...asked, page: { limit: pageSize, ...(pageParam !== null && { after: pageParam }) } }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ items, page }) => (items.length === pageSize ? page.endCursor : null),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

/** The first page as it is now, beside the list that is shown. */
export function readInboxNow(asked: InboxAsked, limit: number, signal?: AbortSignal) {
  return send(inboxOperations.searchInbox, { body: { ...asked, page: { limit } }, ...(signal && { signal }) });
}

export function useInboxCounts() {
  return useQuery({ queryKey: ['inbox', 'counts'], queryFn: ({ signal }) => send(inboxOperations.countInbox, { signal }) });
}

/** The task to do after this one: the first that is mine, else the first offered to me. */
export async function readNextTask(besides: string): Promise<InboxItem | null> {
  for (const view of ['mine', 'offered'] as const) {
    const { items } = await send(inboxOperations.searchInbox, { body: { view, sortBy: 'due', page: { limit: 2 } } });
    const next = items.find(({ userTaskKey }) => userTaskKey !== besides);
    if (next) return next;
  }
  return null;
}
