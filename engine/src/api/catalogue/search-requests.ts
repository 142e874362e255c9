import { searchProcessInstances, subjectsOf, waitingTasks } from '../../store/index.ts';
import type { ProcessInstanceSearch } from '../../contract/index.ts';
import { namesOfProcesses } from '../names-of.ts';
import type { Asked, Verb } from '../verb.ts';

/** Everybody sees what they have started themselves: where it stands and who is next. */
export const searchRequests: Verb<'searchRequests'> = async ({ store }, { caller, body }) =>
  store.inTenant(caller.tenantId, async (tx) => {
    const { items, page } = await searchProcessInstances(tx, searchOf(caller.actor.id, body));
    const keys = items.map(({ processInstanceKey }) => processInstanceKey);
    const names = await namesOfProcesses(tx, items);
    const [subjects, tasks] = await Promise.all([subjectsOf(tx, keys), waitingTasks(tx, keys)]);
    return {
      items: items.map((instance) => ({
        ...instance,
        processNames: names(instance.processDefinitionKey).process(instance.processDefinitionId, instance.processDefinitionName),
        subject: subjects.get(instance.processInstanceKey) ?? null,
        waitingFor: tasks
          .filter(({ rootKey }) => rootKey === instance.processInstanceKey)
          .map(({ rootKey: _, name, ...task }) => ({ ...task, names: names(instance.processDefinitionKey).element(task.elementId, name) })),
      })),
      page,
    };
  });

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
