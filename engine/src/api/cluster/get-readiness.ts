import { unavailable } from '../http/problem-of.ts';
import type { Verb } from '../verb.ts';
import { checkBackends } from './check-backends.ts';

/** Open to anybody, and so without details of what fails. */
export const getReadiness: Verb<'getReadiness'> = async (services) => {
  const checks = await checkBackends(services);
  const down = Object.entries(checks).filter(([, { status }]) => status === 'down');
  for (const [name, { detail }] of down) services.log.warn({ name, detail }, 'not ready');
  if (down.length > 0) throw unavailable(new Error(`no answer: ${down.map(([name]) => name).join(', ')}`));
  return { status: 'up', checks: Object.fromEntries(Object.keys(checks).map((name) => [name, { status: 'up' as const, detail: null }])) };
};
