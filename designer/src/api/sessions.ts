import { sessionOperations, type Language, type Session } from '@loopwright/engine/contract';
import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { RequestFailed } from './problem.ts';
import { send, setCredentials } from './send.ts';

/** Who is signed in; null: nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => readSession(signal),
  staleTime: Infinity,
  refetchOnWindowFocus: false,
});

async function readSession(signal: AbortSignal): Promise<Session | null> {
  try {
    return signedIn(await send(sessionOperations.getSession, { signal }));
  } catch (failure) {
    if (failure instanceof RequestFailed && failure.kind === 'not-signed-in') return null;
    throw failure;
  }
}

function signedIn(session: Session): Session {
  setCredentials({ csrfToken: session.csrfToken });
  return session;
}

export function useWelcome() {
  return useQuery({ queryKey: ['welcome'], queryFn: ({ signal }) => send(sessionOperations.getWelcome, { signal }), staleTime: Infinity });
}

/** What one person has read is not shown to the next. The session's own query stays, because the page looks at it. */
function forgetOthers(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] && queryKey[0] !== 'welcome' });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: { userId: string; password: string }) => signedIn(await send(sessionOperations.signIn, { body })),
    onSuccess: (session) => {
      const before = client.getQueryData(sessionQuery.queryKey);
      if (before && before.userId !== session.userId) forgetOthers(client);
      client.setQueryData(sessionQuery.queryKey, session);
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send(sessionOperations.signOut),
    onSuccess: () => {
      client.setQueryData(sessionQuery.queryKey, null);
      forgetOthers(client);
    },
  });
}

export function useChooseLanguage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (language: Language) => send(sessionOperations.updateSession, { body: { language } }),
    onSuccess: (session) => client.setQueryData(sessionQuery.queryKey, signedIn(session)),
  });
}
