import { setTimeout as pause } from 'node:timers/promises';
import { readTurns } from '../../store/index.ts';
import type { Backend } from './open-backend.ts';

/** Waits until the first turn of an instance is projected. @returns false when it takes too long. */
export async function untilBegun({ store }: Backend, tenantId: string, processInstanceKey: string): Promise<boolean> {
  const deadline = Date.now() + 10_000;
  for (let wait = 10; Date.now() < deadline; wait = Math.min(wait * 1.5, 250)) {
    if ((await store.inTenant(tenantId, (tx) => readTurns(tx, processInstanceKey, 0, 1))).length > 0) return true;
    await pause(wait);
  }
  return false;
}
