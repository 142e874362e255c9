import { createContext, useContext } from 'react';
import type { Session } from '@loopwright/engine/contract';
import type { Ability } from '@loopwright/engine/policy';

/** Who is signed in and what they may do. */
export interface SignedIn extends Session {
  readonly ability: Ability;
}

export const SessionContext = createContext<SignedIn | null>(null);

/** Only below the pages that need somebody signed in. */
export function useSession(): SignedIn {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession is used where nobody is signed in');
  return session;
}
