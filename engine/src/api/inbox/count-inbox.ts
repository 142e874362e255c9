import { countOfferedByGroup, countOpenTasksFor, mostCountedInInbox, type InboxFilter } from '../../store/index.ts';
import { tenantTime } from '../tenant-time.ts';
import type { Verb } from '../verb.ts';
import { inboxOf } from './inbox-owner.ts';

export const countInbox: Verb<'countInbox'> = async (services, { caller }) => {
  const { owner, visible } = inboxOf(caller, undefined);
  const now = await tenantTime(services, caller.tenantId);
  return services.store.inTenant(caller.tenantId, async (tx) => {
    const count = (filter: InboxFilter): Promise<number> => countOpenTasksFor(tx, owner, filter, visible);
    const [mine, offered, overdue, groups] = await Promise.all([
      count({ view: 'mine' }), count({ view: 'offered' }), count({ view: 'all', dueBefore: new Date(now).toISOString() }), countOfferedByGroup(tx, owner.groups),
    ]);
    const capped = (number: number): number => Math.min(number, mostCountedInInbox);
    return {
      mine: capped(mine),
      offered: capped(offered),
      overdue: capped(overdue),
      groups: groups.map(({ group, count: number }) => ({ group, count: capped(number) })),
      isCapped: [mine, offered, overdue, ...groups.map((one) => one.count)].some((number) => number > mostCountedInInbox),
    };
  });
};
