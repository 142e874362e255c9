import { openTasksFor, subjectsOf } from '../../store/index.ts';
import { namesOfProcesses } from '../names-of.ts';
import { tenantTime } from '../tenant-time.ts';
import type { Verb } from '../verb.ts';
import { inboxOf } from './inbox-owner.ts';

export const searchInbox: Verb<'searchInbox'> = async (services, { caller, body: { groups, sortBy, page, ...filter } }) => {
  const { owner, visible } = inboxOf(caller, groups);
  const now = await tenantTime(services, caller.tenantId);
  return services.store.inTenant(caller.tenantId, async (tx) => {
    const found = await openTasksFor(tx, owner, filter, sortBy, page, visible);
    const subjects = await subjectsOf(tx, found.items.map(({ processInstanceKey }) => processInstanceKey));
    const names = await namesOfProcesses(tx, found.items);
    return {
      items: found.items.map((task) => ({
        ...task,
        names: names(task.processDefinitionKey).element(task.elementId, task.name),
        processNames: names(task.processDefinitionKey).process(task.processDefinitionId, task.processName),
        subject: subjects.get(task.processInstanceKey) ?? null,
        isOverdue: task.dueDate !== null && Date.parse(task.dueDate) < now,
      })),
      page: found.page,
    };
  });
};
