import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/** Temporal timers of a run, by timer key. */
export interface Timers {
  /** In the past: fires at once. A timer armed again is set anew. */
  arm(timerKey: string, dueAt: number): void;
  disarm(timerKey: string): void;
}

export function openTimers(fire: (timerKey: string, dueAt: number) => void): Timers {
  const armed = new Map<string, CancellationScope>();

  function disarm(timerKey: string): void {
    armed.get(timerKey)?.cancel();
    armed.delete(timerKey);
  }

  function arm(timerKey: string, dueAt: number): void {
    disarm(timerKey);
    const scope = new CancellationScope();
    armed.set(timerKey, scope);
    scope
      .run(() => sleep(Math.max(1, dueAt - Date.now())))
      .then(
        () => {
          armed.delete(timerKey);
          fire(timerKey, dueAt);
        },
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }

  return { arm, disarm };
}

/** No Temporal timers: `timer fired` is delivered when the tenant's clock is moved. */
export const testTimers: Timers = { arm: () => undefined, disarm: () => undefined };
