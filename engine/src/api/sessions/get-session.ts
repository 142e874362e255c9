import type { Verb } from '../verb.ts';
import { describeSession } from './describe-session.ts';

/** Everybody may know who they are. */
export const getSession: Verb<'getSession'> = async (services, { caller }) => describeSession(services, caller);
