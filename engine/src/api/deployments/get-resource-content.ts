import type { Verb } from '../verb.ts';
import { findVisibleResource } from './find-visible-resource.ts';

export const getResourceContent: Verb<'getResourceContent'> = async (services, { caller, params: { resourceKey } }) => (await findVisibleResource(services, caller, resourceKey)).content;
