import { z } from 'zod';
import { names } from './catalogue.ts';
import { dateTime, elementId, key } from './keys.ts';
import { operation } from './operation.ts';
import { processInstance } from './process-instances.ts';
import { incident } from './incidents.ts';
import { recordEntry } from './task-cards.ts';
import { userTask } from './user-tasks.ts';

/** A line of the history of an instance, oldest first. */
export const historyEntry = z
  .object({
    elementInstanceKey: key,
    elementId,
    names,
    type: z.string(),
    state: z.enum(['ACTIVE', 'COMPLETED', 'TERMINATED']),
    startDate: dateTime,
    endDate: dateTime.nullable(),
    hasIncident: z.boolean(),
  })
  .meta({ id: 'HistoryEntry' });

export type HistoryEntry = z.output<typeof historyEntry>;

/** All that the page of an instance needs: where the tokens are on the drawing, and the history beside it. */
export const instancePage = z
  .object({
    instance: processInstance,
    processNames: names,
    bpmn: z.string(),
    elements: z.array(z.object({ elementId, active: z.int(), completed: z.int(), canceled: z.int(), incidents: z.int() })),
    flowsTaken: z.array(z.string()),
    openTasks: z.array(userTask),
    incidents: z.array(incident),
    history: z.array(historyEntry),
    record: z.array(recordEntry),
    callers: z.array(z.object({ processInstanceKey: key, processDefinitionKey: key, processDefinitionName: z.string() })),
    messages: z
      .array(z.object({ messageName: z.string(), correlationKey: z.string(), elementId, names }))
      .meta({ description: 'Messages that the instance waits for and that this person may send, such as a withdrawal.' }),
    may: z.object({ cancel: z.boolean(), resolve: z.boolean() }),
    people: z.record(z.string(), z.string()),
  })
  .meta({ id: 'InstancePage' });

export type InstancePage = z.output<typeof instancePage>;

export const instancePageOperations = {
  getInstancePage: operation({
    id: 'getInstancePage', method: 'GET', path: '/v2/loopwright/instance-pages/{processInstanceKey}', tag: 'Process instance', summary: 'All that the page of an instance needs',
    params: z.strictObject({ processInstanceKey: key }), reply: { status: 200, body: instancePage }, problems: [404],
  }),
};
