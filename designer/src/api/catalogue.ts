import { catalogueOperations, processInstanceOperations, requestOperations, type RequestBody } from '@loopwright/engine/contract';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from './send.ts';
import type { Variables } from './tasks.ts';

export const catalogueQuery = queryOptions({
  queryKey: ['catalogue'],
  queryFn: ({ signal }) => send(catalogueOperations.getCatalogue, { signal }),
});

export function catalogueEntryQuery(processDefinitionId: string) {
  return queryOptions({
    queryKey: ['catalogue', processDefinitionId],
    queryFn: ({ signal }) => send(catalogueOperations.getCatalogueEntry, { params: { processDefinitionId }, signal }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

/** `attempt` names this start: sent again after a lost answer, it is done once. */
export interface Start {
  readonly processDefinitionKey: string;
  readonly variables: Variables;
  readonly attempt: string;
}

export function useStartProcess() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ processDefinitionKey, variables, attempt }: Start) =>
      send(processInstanceOperations.createProcessInstance, { body: { processDefinitionKey, variables }, idempotencyKey: attempt }),
    onSuccess: () => Promise.all(['requests', 'inbox', 'instances'].map((noun) => client.invalidateQueries({ queryKey: [noun] }))),
  });
}

export type RequestsAsked = Omit<RequestBody<typeof requestOperations.searchRequests>, 'page'>;

const pageSize = 30;

export function requestsQuery(asked: RequestsAsked) {
  return infiniteQueryOptions({
    queryKey: ['requests', asked],
    queryFn: ({ pageParam, signal }) => send(requestOperations.searchRequests, { body: { ...asked, page: { limit: pageSize, ...(pageParam !== null && { after: pageParam }) } }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ items, page }) => (items.length === pageSize ? page.endCursor : null),
  });
}
