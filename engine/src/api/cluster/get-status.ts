import { unavailable } from '../http/problem-of.ts';
import type { Verb } from '../verb.ts';
import { checkBackends } from './check-backends.ts';

/** Open to anybody: done, or not available. */
export const getStatus: Verb<'getStatus'> = async (services) => {
  const checks = await checkBackends(services);
  if (Object.values(checks).some(({ status }) => status === 'down')) throw unavailable();
};
