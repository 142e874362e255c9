import { savePreferences } from '../../store/index.ts';
import { Problem } from '../http/problem.ts';
import type { Verb } from '../verb.ts';
import { describeSession } from './describe-session.ts';

/** Everybody may choose for themselves. */
export const updateSession: Verb<'updateSession'> = async (services, { caller, body: { language, timeZone } }) => {
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw new Problem('invalid-request', `${timeZone} is not a time zone.`, { errors: [{ path: '/timeZone', message: 'must be a zone such as Asia/Shanghai' }] });
  await services.store.inTenant(caller.tenantId, (tx) => savePreferences(tx, caller.actor.id, { locale: language, timeZone }));
  const account = { ...caller.account, language: language ?? caller.account.language, timeZone: timeZone ?? caller.account.timeZone };
  return describeSession(services, { ...caller, account });
};

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
