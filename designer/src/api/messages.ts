import { messageOperations } from '@loopwright/engine/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from './send.ts';

/** Sends a message to the instance that waits for it, such as a withdrawal. */
export function useSendMessage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ messageName, correlationKey }: { messageName: string; correlationKey: string }) =>
      send(messageOperations.correlateMessage, { body: { name: messageName, correlationKey, variables: {} }, idempotencyKey: crypto.randomUUID() }),
    onSettled: () => Promise.all(['instances', 'requests', 'inbox'].map((noun) => client.invalidateQueries({ queryKey: [noun] }))),
  });
}
