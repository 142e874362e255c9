import { searchProcessInstances, subjectsOf, waitingTasks } from '../../store/index.ts';
import type { ProcessInstanceSearch } from '../../contract/index.ts';
import { namesOf } from '../names-of.ts';
import type { Asked, Verb } from '../verb.ts';

/** Everybody sees what they have started themselves: where it stands and who is next. */
export const searchRequests: Verb<'searchRequests'> = async ({ store, tenantOf }, { caller, body }) => {
  const tenant = tenantOf(caller.tenantId);
  return store.inTenant(caller.tenantId, async (tx) => {
    const { items, page } = await searchProcessInstances(tx, searchOf(caller.actor.id, body));
    const keys = items.map(({ processInstanceKey }) => processInstanceKey);
    const [subjects, tasks] = await Promise.all([subjectsOf(tx, keys), waitingTasks(tx, keys)]);
    return {
      items: items.map((instance) => ({
        ...instance,
        processNames: namesOf(tenant, instance.processDefinitionName ?? instance.processDefinitionId),
        subject: subjects.get(instance.processInstanceKey) ?? null,
        waitingFor: tasks
          .filter(({ rootKey }) => rootKey === instance.processInstanceKey)
          .map(({ rootKey: _, name, ...task }) => ({ ...task, names: namesOf(tenant, name ?? task.elementId) })),
      })),
      page,
    };
  });
};

const states = { open: { $eq: 'ACTIVE' }, ended: { $in: ['COMPLETED', 'TERMINATED'] }, all: {} } as const;

function searchOf(userId: string, { state, text, page }: Asked<'searchRequests'>['body']): ProcessInstanceSearch {
  const words = text === undefined || text === '' ? undefined : { $like: `*${text.replaceAll(/[\\*?]/g, '\\$&')}*` };
  return {
    filter: {
      startedBy: { $eq: userId },
      parentProcessInstanceKey: { $exists: false },
      state: state === 'ended' ? { $in: [...states.ended.$in] } : { ...states[state] },
      ...(words && { $or: [{ businessId: words }, { processDefinitionName: words }, { variables: [{ name: 'title', value: words }] }] }),
    },
    sort: [{ field: 'startDate', order: 'DESC' }],
    page,
  };
}
