import { taskCardOperations, userTaskOperations, type RequestBody, type TaskCard } from '@loopwright/engine/contract';
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { send } from './send.ts';

export type Variables = RequestBody<typeof userTaskOperations.completeUserTask>['variables'];

export function taskCardQuery(userTaskKey: string) {
  return queryOptions({
    queryKey: ['task', userTaskKey],
    queryFn: ({ signal }) => send(taskCardOperations.getTaskCard, { params: { userTaskKey }, signal }),
  });
}

/** Takes a task for oneself; fails with `wrong-state` where somebody else has taken it. */
export function useClaimTask(userId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (userTaskKey: string) => send(userTaskOperations.assignUserTask, { params: { userTaskKey }, body: { assignee: userId, allowOverride: false, action: 'claim' }, idempotencyKey: crypto.randomUUID() }),
    onSettled: (_result, _failure, userTaskKey) => refreshTask(client, userTaskKey),
  });
}

/** Gives a task back to those to whom it is offered. */
export function useUnclaimTask() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (userTaskKey: string) => send(userTaskOperations.unassignUserTask, { params: { userTaskKey }, idempotencyKey: crypto.randomUUID() }),
    onSettled: (_result, _failure, userTaskKey) => refreshTask(client, userTaskKey),
  });
}

export function useAssignTask() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ userTaskKey, assignee }: { userTaskKey: string; assignee: string }) =>
      send(userTaskOperations.assignUserTask, { params: { userTaskKey }, body: { assignee, action: 'assign' }, idempotencyKey: crypto.randomUUID() }),
    onSettled: (_result, _failure, { userTaskKey }) => refreshTask(client, userTaskKey),
  });
}

/** `attempt` names this completion: sent again after a lost answer, it is done once. */
export interface Completion {
  readonly userTaskKey: string;
  readonly variables: Variables;
  readonly action: string;
  readonly attempt: string;
}

export function useCompleteTask() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ userTaskKey, variables, action, attempt }: Completion) =>
      send(userTaskOperations.completeUserTask, { params: { userTaskKey }, body: { variables, action }, idempotencyKey: attempt }),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ['inbox'] }), client.invalidateQueries({ queryKey: ['requests'] })]),
  });
}

function refreshTask(client: QueryClient, userTaskKey: string): Promise<unknown> {
  return Promise.all([client.invalidateQueries({ queryKey: ['task', userTaskKey] }), client.invalidateQueries({ queryKey: ['inbox', 'counts'] })]);
}

export type { TaskCard };
