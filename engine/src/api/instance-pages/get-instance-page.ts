import { callHierarchy, countElements, displayNames, elementsOfInstance, findProcessVersion, findResource, flowsTaken, searchIncidents, searchMessageSubscriptions, searchUserTasks, type Tx } from '../../store/index.ts';
import type { PageRequest, ProcessInstance } from '../../contract/index.ts';
import type { ProcessModel } from '../../kernel/index.ts';
import { weighProcessInstance } from '../access/attributes-of-instance.ts';
import type { Caller } from '../access/caller.ts';
import { found } from '../access/found.ts';
import { listVisibility, mustBeAllowedTo } from '../access/must-be-allowed.ts';
import { namesOfProcess, type ProcessNames } from '../names-of.ts';
import { describeRecord } from '../record/describe-record.ts';
import { peopleOf } from '../task-cards/get-task-card.ts';
import type { Services } from '../services.ts';
import type { Verb } from '../verb.ts';

const all: PageRequest = { from: 0, limit: 1000 };

/** Whoever sees an instance sees where it stands and who is next. */
export const getInstancePage: Verb<'getInstancePage'> = async (services, { caller, params: { processInstanceKey } }) =>
  services.store.inTenant(caller.tenantId, async (tx) => {
    const { instance, attributes } = await weighProcessInstance(tx, caller.ability, processInstanceKey);
    mustBeAllowedTo(caller, 'read', 'process instance', processInstanceKey, attributes);
    const openTasks = (await searchUserTasks(tx, { filter: { processInstanceKey, state: { $eq: 'CREATED' } }, sort: [], page: all })).items;
    const record = await describeRecord(services, tx, instance);
    const names = await namesOfProcess(tx, instance.processDefinitionKey);
    const isActive = instance.state === 'ACTIVE';
    return {
      instance,
      processNames: names.process(instance.processDefinitionId, instance.processDefinitionName),
      bpmn: found('process definition', instance.processDefinitionKey, await findResource(tx, instance.processDefinitionKey)).content,
      elements: await countElements(tx, processInstanceKey),
      flowsTaken: await flowsTaken(tx, processInstanceKey),
      openTasks,
      incidents: await openIncidents(tx, caller, instance),
      history: (await elementsOfInstance(tx, processInstanceKey))
        .filter(({ type }) => type !== 'PROCESS')
        .map(({ elementInstanceKey, elementId, elementName, type, state, startDate, endDate, hasIncident }) => ({ elementInstanceKey, elementId, names: names.element(elementId, elementName), type, state, startDate, endDate, hasIncident })),
      record,
      messages: await messagesFor(services, tx, caller, instance, names),
      callers: (await callHierarchy(tx, processInstanceKey)).slice(0, -1),
      may: {
        cancel: isActive && caller.ability.can('cancel', 'process instance', attributes),
        resolve: isActive && caller.ability.can('resolve', 'incident', { processId: instance.processDefinitionId }),
      },
      people: await displayNames(tx, [...new Set([...openTasks.flatMap((task) => peopleOf(task, [])), ...peopleOf({ assignee: instance.startedBy, candidateUsers: [] }, record)])]),
    };
  });

async function openIncidents(tx: Tx, caller: Caller, { processInstanceKey }: ProcessInstance) {
  const search = { filter: { state: { $eq: 'ACTIVE' as const } }, sort: [], page: all };
  return (await searchIncidents(tx, search, listVisibility(caller, 'read', 'incident'), { processInstanceKey })).items;
}

/** What the instance waits for and the caller may send. */
async function messagesFor({ contents }: Services, tx: Tx, caller: Caller, { processInstanceKey, processDefinitionKey }: ProcessInstance, names: ProcessNames) {
  const search = { filter: { processInstanceKey: { $eq: processInstanceKey }, messageSubscriptionState: { $eq: 'CREATED' } }, sort: [], page: all };
  const subscriptions = (await searchMessageSubscriptions(tx, search)).items.filter(({ messageName }) => caller.ability.can('publish', 'message', { messageName }));
  if (subscriptions.length === 0) return [];
  const { modelHash } = found('process definition', processDefinitionKey, await findProcessVersion(tx, { key: processDefinitionKey }));
  const { elements } = JSON.parse(await contents.read(caller.tenantId, modelHash)) as ProcessModel;
  return subscriptions.map(({ messageName, correlationKey, elementId }) => ({ messageName, correlationKey, elementId, names: names.element(elementId, elements[elementId]?.name ?? messageName) }));
}
