import { listPeople } from '../../store/index.ts';
import type { Verb } from '../verb.ts';

/** Whoever is signed in may know the names of the others. */
export const getDirectory: Verb<'getDirectory'> = async ({ store, tenantOf }, { caller }) => ({
  people: await store.inTenant(caller.tenantId, listPeople),
  groups: (tenantOf(caller.tenantId)?.groups ?? []).map(({ id, names }) => ({ groupId: id, names })),
});
