import { findResource, type DeployedResource } from '../../store/index.ts';
import type { Caller } from '../access/caller.ts';
import { found } from '../access/found.ts';
import { notFound } from '../http/problem.ts';
import type { Services } from '../services.ts';

/** The file of a definition that the caller may see. */
export async function findVisibleResource({ store }: Pick<Services, 'store'>, caller: Caller, resourceKey: string): Promise<DeployedResource> {
  const resource = found('resource', resourceKey, await store.inTenant(caller.tenantId, (tx) => findResource(tx, resourceKey)));
  if (!mayRead(caller, resource)) throw notFound('resource', resourceKey);
  return resource;
}

function mayRead({ ability }: Caller, { kind, resourceId }: DeployedResource): boolean {
  switch (kind) {
    case 'process':
      return ability.can('read', 'process definition', { processId: resourceId });
    case 'decision':
      return ability.can('read', 'decision definition', { decisionId: resourceId });
    case 'requirements':
      return ability.can('read', 'decision definition');
    case 'form':
      return ability.can('read', 'form', { formId: resourceId });
    default:
      return kind satisfies never;
  }
}
