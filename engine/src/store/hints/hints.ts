import type { Tx } from '../open-store.ts';

/**
 * Says that something may have changed, to whoever looks at it live and to the couriers. Sent after the commit, best effort: a lost hint
 * costs a little time, never data, because everyone who listens also looks by itself from time to time.
 */
export type Hint =
  | { readonly type: 'user task'; readonly userTaskKey: string; readonly processInstanceKey: string; readonly groups: readonly string[]; readonly users: readonly string[] }
  | { readonly type: 'process instance'; readonly processInstanceKey: string }
  | { readonly type: 'job'; readonly jobType: string }
  | { readonly type: 'outbox' }
  | { readonly type: 'audit' };

export interface TenantHint {
  readonly tenantId: string;
  readonly hint: Hint;
}

const collected = new WeakMap<Tx, Hint[]>();

/** Leaves a hint to be sent once this transaction has committed. */
export function hint(tx: Tx, what: Hint): void {
  collected.get(tx)?.push(what);
}

/** Begins to collect the hints of a transaction; the list fills until the transaction ends. */
export function collectHints(tx: Tx): Hint[] {
  const hints: Hint[] = [];
  collected.set(tx, hints);
  return hints;
}
