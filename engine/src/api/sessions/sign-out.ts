import { endSession } from '../../store/index.ts';
import type { Verb } from '../verb.ts';

/** Everybody may end their own session. */
export const signOut: Verb<'signOut'> = async ({ store, now }, { caller }) => {
  const { session, actor } = caller;
  if (session !== null) await store.inTenant(caller.tenantId, (tx) => endSession(tx, { userId: actor.id, name: actor.name }, session.hash, now()));
};
