import { incidentOperations, instancePageOperations, processInstanceOperations, variableOperations, type RequestBody } from '@loopwright/engine/contract';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { send } from './send.ts';

type InstanceSearch = RequestBody<typeof processInstanceOperations.searchProcessInstances>;
type IncidentSearch = RequestBody<typeof incidentOperations.searchIncidents>;
export type InstanceFilter = NonNullable<InstanceSearch['filter']>;
export type IncidentFilter = NonNullable<IncidentSearch['filter']>;

const pageSize = 50;

export function instancesQuery(filter: InstanceFilter) {
  return infiniteQueryOptions({
    queryKey: ['instances', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      send(processInstanceOperations.searchProcessInstances, { body: { filter, sort: [{ field: 'startDate', order: 'DESC' }], page: { limit: pageSize, ...(pageParam !== null && { after: pageParam }) } }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ items, page }) => (items.length === pageSize ? page.endCursor : null),
  });
}

export function incidentsQuery(filter: IncidentFilter) {
  return infiniteQueryOptions({
    queryKey: ['incidents', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      send(incidentOperations.searchIncidents, { body: { filter, sort: [{ field: 'creationTime', order: 'DESC' }], page: { limit: pageSize, ...(pageParam !== null && { after: pageParam }) } }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ items, page }) => (items.length === pageSize ? page.endCursor : null),
  });
}

export function instancePageQuery(processInstanceKey: string) {
  return queryOptions({
    queryKey: ['instances', processInstanceKey],
    queryFn: ({ signal }) => send(instancePageOperations.getInstancePage, { params: { processInstanceKey }, signal }),
  });
}

const mostVariables = 500;

export function variablesQuery(processInstanceKey: string) {
  return queryOptions({
    queryKey: ['instances', processInstanceKey, 'variables'],
    queryFn: ({ signal }) => send(variableOperations.searchVariables, { body: { filter: { processInstanceKey }, sort: [{ field: 'name' }], page: { limit: mostVariables } }, signal }),
  });
}

export function wholeVariable(variableKey: string) {
  return send(variableOperations.getVariable, { params: { variableKey } });
}

export function useCancelInstance() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ processInstanceKey, reason }: { processInstanceKey: string; reason: string }) =>
      send(processInstanceOperations.cancelProcessInstance, { params: { processInstanceKey }, body: { reason }, idempotencyKey: crypto.randomUUID() }),
    onSettled: () => refreshInstances(client),
  });
}

export function useResolveIncident() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (incidentKey: string) => send(incidentOperations.resolveIncident, { params: { incidentKey }, body: {}, idempotencyKey: crypto.randomUUID() }),
    onSettled: () => refreshInstances(client),
  });
}

function refreshInstances(client: QueryClient): Promise<unknown> {
  return Promise.all(['instances', 'incidents', 'requests', 'inbox'].map((noun) => client.invalidateQueries({ queryKey: [noun] })));
}
