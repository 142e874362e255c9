import { directoryOperations, type Directory } from '@loopwright/engine/contract';
import { queryOptions } from '@tanstack/react-query';
import { send } from './send.ts';

export const directoryQuery = queryOptions({
  queryKey: ['directory'],
  queryFn: ({ signal }) => send(directoryOperations.getDirectory, { signal }),
  staleTime: 5 * 60_000,
});

export type { Directory };
