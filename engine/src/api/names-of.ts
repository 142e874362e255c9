import type { Names } from '../contract/index.ts';
import type { TenantConfig } from '../tenants/index.ts';

/** A name of a drawing by language, as far as the tenant's texts translate it. */
export function namesOf(_tenant: TenantConfig | undefined, text: string): Names {
  return { default: text };
}
