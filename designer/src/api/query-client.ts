import { QueryClient } from '@tanstack/react-query';
import { RequestFailed } from './problem.ts';

const mostRetries = 2;

/** Reads are tried again where that may help; changes never by themselves. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        retry: (count, error) => count < mostRetries && error instanceof RequestFailed && error.mayPass,
        retryDelay: (count, error) => (error instanceof RequestFailed && error.retryAfterSeconds !== null ? error.retryAfterSeconds * 1000 : 1000 * 2 ** count),
      },
      mutations: { retry: false },
    },
  });
}
