import { defaultAwait } from '../../contract/index.ts';
import type { Variables } from '../../kernel/index.ts';
import { findProcessInstance, variablesOfInstance } from '../../store/index.ts';
import { Problem } from '../http/problem.ts';
import { unavailable } from '../http/problem-of.ts';
import type { Services } from '../services.ts';

/** Looked after so often, should a hint be lost. */
const lookAgainAfter = 1_000;
/** Milliseconds that are waited at most, whatever is asked for. */
const longestAwait = 600_000;

/** Waits for the end of an instance. @returns its variables, those named or all of them. @throws Problem when it takes too long or was terminated. */
export async function awaitEnd({ store, live }: Pick<Services, 'store' | 'live'>, tenantId: string, processInstanceKey: string, requestTimeout: number, names: readonly string[]): Promise<Variables> {
  const until = performance.now() + (requestTimeout === 0 ? defaultAwait : Math.min(requestTimeout, longestAwait));
  for (;;) {
    const hinted = live.next(tenantId, (hint) => hint.type === 'process instance' && hint.processInstanceKey === processInstanceKey, Math.min(lookAgainAfter, Math.max(0, until - performance.now())), live.stopping);
    const ended = await store.inTenant(tenantId, async (tx) => {
      const instance = await findProcessInstance(tx, processInstanceKey);
      if (instance?.state === 'TERMINATED') throw new Problem('wrong-state', `The process instance ${processInstanceKey} was terminated before it was completed.`);
      return instance?.state === 'COMPLETED' ? variablesOfInstance(tx, processInstanceKey) : null;
    });
    if (ended !== null) return names.length === 0 ? ended : Object.fromEntries(Object.entries(ended).filter(([name]) => names.includes(name)));
    if (live.stopping.aborted) throw unavailable();
    if (performance.now() >= until) throw new Problem('timed-out', `The process instance ${processInstanceKey} was started, but has not ended in time.`);
    await hinted;
  }
}
