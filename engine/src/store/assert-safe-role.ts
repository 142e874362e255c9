import type { Store } from './open-store.ts';

/** The role in DATABASE_URL could read past row-level security or rewrite the audit log. */
export class UnsafeRoleError extends Error {
  readonly reasons: readonly string[];

  constructor(role: string, reasons: readonly string[]) {
    super(`refusing to serve as database role ${role}: it ${reasons.join(', and it ')}`);
    this.reasons = reasons;
  }
}

const PROBE = /* sql */ `
select r.rolname as role, r.rolsuper as superuser, r.rolbypassrls as bypasses,
  exists (select from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
    and pg_has_role(r.rolname, c.relowner, 'member')) as owns,
  has_table_privilege(r.rolname, 'audit_log', 'update') or has_any_column_privilege(r.rolname, 'audit_log', 'update') as updates,
  has_table_privilege(r.rolname, 'audit_log', 'delete') or has_table_privilege(r.rolname, 'audit_log', 'truncate') as deletes
from pg_roles r where r.rolname = current_user`;

/**
 * Start calls this before it serves.
 * @throws UnsafeRoleError when the app's role is superuser, owns tables (itself or through a role it is a member of), bypasses row-level security, or may change the audit log.
 */
export async function assertSafeRole(store: Store): Promise<void> {
  interface Probe {
    role: string;
    superuser: boolean;
    bypasses: boolean;
    owns: boolean;
    updates: boolean;
    deletes: boolean;
  }
  const [probe] = await store.call<Probe>('probe role', PROBE, []);
  if (!probe) throw new Error('the database does not know its own current user');
  const reasons = [
    probe.superuser && 'is superuser',
    probe.owns && 'owns tables of this schema',
    probe.bypasses && 'bypasses row-level security',
    probe.updates && 'may update the audit log',
    probe.deletes && 'may delete from the audit log',
  ].filter((reason) => reason !== false);
  if (reasons.length > 0) throw new UnsafeRoleError(probe.role, reasons);
}
