import type { Verb } from '../verb.ts';
import { findVisibleResource } from './find-visible-resource.ts';

export const getResource: Verb<'getResource'> = async (services, { caller, params: { resourceKey } }) => {
  const { resourceId, resourceName, version, versionTag, tenantId } = await findVisibleResource(services, caller, resourceKey);
  return { resourceKey, resourceId, resourceName, version, versionTag, tenantId };
};
