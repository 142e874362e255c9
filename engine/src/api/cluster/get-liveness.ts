import type { Verb } from '../verb.ts';

export const getLiveness: Verb<'getLiveness'> = async () => ({ status: 'up', checks: {} });
