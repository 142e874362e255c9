import { useQuery, useQueryClient } from '@tanstack/react-query';
import { abilityFromSession } from '@loopwright/engine/policy';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { asFailure } from '../api/problem.ts';
import { setCredentials } from '../api/send.ts';
import { sessionQuery } from '../api/sessions.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { FormatsContext, formatsFor } from '../ui/formats.ts';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { useLanguage } from './language.ts';
import { SessionContext } from './use-session.ts';
import { SignInAgain } from './sign-in-again.tsx';

interface SessionGateProps {
  /** What is shown to somebody who has not signed in. */
  readonly signIn: ReactNode;
  readonly children: ReactNode;
}

/**
 * Lets those who are signed in through. A session that ends while a page is open is renewed in place, so that nothing typed is lost.
 */
export function SessionGate({ signIn, children }: SessionGateProps) {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const [hasEnded, setHasEnded] = useState(false);
  const client = useQueryClient();
  const language = useLanguage(session?.language ?? null);
  const timeZone = session?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const formats = useMemo(() => formatsFor(language, timeZone), [language, timeZone]);
  const signedIn = useMemo(() => session && { ...session, ability: abilityFromSession(session.abilities) }, [session]);

  useEffect(() => setCredentials({ onSignedOut: () => client.getQueryData(sessionQuery.queryKey) && setHasEnded(true) }), [client]);

  if (session === undefined) return <div className="page">{error === null ? <SkeletonRows rows={3} /> : <FailureNotice failure={asFailure(error)} onRetry={() => void refetch()} />}</div>;
  return (
    <FormatsContext value={formats}>
      {signedIn ? <SessionContext value={signedIn}>{children}</SessionContext> : signIn}
      {session && hasEnded && <SignInAgain session={session} onDone={() => setHasEnded(false)} />}
    </FormatsContext>
  );
}
