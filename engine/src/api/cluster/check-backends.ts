import { findTenant } from '../../store/index.ts';
import type { Services } from '../services.ts';

export interface Check {
  readonly status: 'up' | 'down';
  readonly detail: string | null;
}

/** Milliseconds within which each has to answer. */
const patience = 3_000;

/** Whether what stands behind the API answers. */
export async function checkBackends({ store, runtime, settings }: Pick<Services, 'store' | 'runtime' | 'settings'>): Promise<Record<'postgresql' | 'temporal', Check>> {
  const [postgresql, temporal] = await Promise.all([check(findTenant(store, settings.defaultTenantId)), check(runtime.checkTemporal())]);
  return { postgresql, temporal };
}

async function check(answer: Promise<unknown>): Promise<Check> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patience / 1000} s`)), patience);
  });
  try {
    await Promise.race([answer, late]);
    return { status: 'up', detail: null };
  } catch (error) {
    return { status: 'down', detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
