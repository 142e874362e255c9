import { z } from 'zod';
import { names } from './catalogue.ts';
import { form } from './forms.ts';
import { dateTime, elementId, key, variables } from './keys.ts';
import { matchedRule } from './decision-definitions.ts';
import { operation } from './operation.ts';
import { processInstance } from './process-instances.ts';
import { userTask } from './user-tasks.ts';

const recordBase = { at: dateTime, elementId: elementId.nullable(), names };

/** What has been decided in an instance so far, oldest first: by a person, by a decision table, or that it began and ended. */
export const recordEntry = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('started'), ...recordBase, by: z.string().nullable(), byName: z.string().nullable() }),
    z.object({
      kind: z.literal('task completed'),
      ...recordBase,
      userTaskKey: key,
      by: z.string().nullable(),
      byName: z.string().nullable(),
      action: z.string().nullable().meta({ description: 'The button pressed.' }),
      values: variables.meta({ description: 'What was entered.' }),
    }),
    z.object({
      kind: z.literal('decision evaluated'),
      ...recordBase,
      decisionEvaluationInstanceKey: z.string(),
      decisionDefinitionId: z.string(),
      decisionDefinitionName: z.string(),
      decisionDefinitionVersion: z.int(),
      inputs: z.array(z.object({ name: z.string(), value: z.string() })),
      rules: z.array(matchedRule),
      output: z.string(),
      failure: z.string().nullable(),
    }),
    z.object({ kind: z.literal('ended'), ...recordBase, state: z.enum(['COMPLETED', 'TERMINATED']), by: z.string().nullable(), byName: z.string().nullable(), reason: z.string().nullable() }),
  ])
  .meta({ id: 'RecordEntry' });

export type RecordEntry = z.output<typeof recordEntry>;

/** All that the page of a task needs. */
export const taskCard = z
  .object({
    task: userTask,
    names,
    instance: processInstance,
    processNames: names,
    form: form.nullable(),
    formMissing: z.string().nullable().meta({ description: 'Why there is no form although one was named.' }),
    values: variables.meta({ description: 'The variables that the form shows; all that the task sees where it has no form.' }),
    record: z.array(recordEntry),
    may: z.object({ claim: z.boolean(), unclaim: z.boolean(), assign: z.boolean(), complete: z.boolean(), update: z.boolean() }),
    whyMine: z.string().nullable().meta({ description: 'The candidate group, or `assignee` or `candidate`, for which this person sees it.' }),
    people: z.record(z.string(), z.string()).meta({ description: 'Display names of the people named here, by user id.' }),
  })
  .meta({ id: 'TaskCard' });

export type TaskCard = z.output<typeof taskCard>;

export const taskCardOperations = {
  getTaskCard: operation({
    id: 'getTaskCard', method: 'GET', path: '/v2/loopwright/task-cards/{userTaskKey}', tag: 'Inbox', summary: 'All that the page of a task needs',
    params: z.strictObject({ userTaskKey: key }), reply: { status: 200, body: taskCard }, problems: [404],
  }),
};
