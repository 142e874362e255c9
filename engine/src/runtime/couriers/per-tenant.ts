/**
 * Runs work for a tenant one at a time. Asked for while it runs, it runs once more after that, however often it was asked.
 * `settled` waits for all that runs.
 */
export function perTenant(work: (tenantId: string) => Promise<void>) {
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();

  function run(tenantId: string): void {
    if (running.has(tenantId)) {
      again.add(tenantId);
      return;
    }
    const done = work(tenantId).finally(() => {
      running.delete(tenantId);
      if (again.delete(tenantId)) run(tenantId);
    });
    running.set(tenantId, done);
  }

  return {
    run,
    async settled(): Promise<void> {
      while (running.size > 0) await Promise.allSettled(running.values());
    },
  };
}
