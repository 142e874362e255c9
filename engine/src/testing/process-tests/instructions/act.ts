import { z } from 'zod';
import type { Variables } from '../../../kernel/index.ts';
import { describe, elementSelector, incidentSelector, isElement, isIncident, isJob, isUserTask, jobSelector, processSelector, userTaskSelector, variables } from '../selectors.ts';
import type { JobView } from '../../host/views.ts';
import { awaited, instruction, type Failure, type TestRun } from './instruction.ts';

/** Instructions that do something. */

const typed = <T extends string>(type: T) => ({ type: z.literal(type) });

const createProcessInstance = instruction(
  z.strictObject({
    ...typed('CREATE_PROCESS_INSTANCE'),
    processDefinitionSelector: processSelector,
    variables: variables.optional(),
    startInstructions: z.array(z.looseObject({})).max(0, 'start instructions are not supported').optional(),
    runtimeInstructions: z.array(z.looseObject({})).max(0, 'runtime instructions are not supported').optional(),
    reserveJobs: z.boolean().optional(),
    stubCallActivities: z.boolean().optional(),
    holdTimers: z.boolean().optional(),
  }),
  async ({ engine }, { processDefinitionSelector, variables: given = {}, reserveJobs = false, stubCallActivities = false, holdTimers = false }) => {
    await engine.createInstance(processDefinitionSelector.processDefinitionId, given, { reserveJobs, stubCallActivities, holdTimers });
    return null;
  },
);

const completeUserTask = instruction(
  z.strictObject({ ...typed('COMPLETE_USER_TASK'), userTaskSelector, variables: variables.optional(), useExampleData: z.boolean().optional() }),
  async (test, { userTaskSelector: selector, variables: given = {}, useExampleData = false }) => {
    const task = await awaited(test, `open user task with ${describe(selector)}`, async () =>
      (await test.engine.userTasks()).find((open) => open.state === 'created' && isUserTask(selector, open)),
    );
    if ('failure' in task) return task.failure;
    return withData(test, useExampleData, task.found.elementId, given, (data) => test.engine.completeUserTask(task.found.key, data));
  },
);

const completeJob = instruction(
  z.strictObject({ ...typed('COMPLETE_JOB'), jobSelector, variables: variables.optional(), useExampleData: z.boolean().optional() }),
  (test, { jobSelector: selector, variables: given = {}, useExampleData = false }) =>
    onJob(test, selector, (job) => withData(test, useExampleData, job.elementId, given, (data) => test.engine.completeJob(job.key, data))),
);

const throwBpmnErrorFromJob = instruction(
  z.strictObject({ ...typed('THROW_BPMN_ERROR_FROM_JOB'), jobSelector, errorCode: z.string(), errorMessage: z.string().optional(), variables: variables.optional() }),
  (test, { jobSelector: selector, errorCode, errorMessage = '', variables: given = {} }) =>
    onJob(test, selector, async ({ key }) => {
      await test.engine.throwJobError(key, errorCode, errorMessage, given);
      return null;
    }),
);

const releaseJob = instruction(z.strictObject({ ...typed('RELEASE_JOB'), jobSelector }), (test, { jobSelector: selector }) =>
  onJob(test, selector, async ({ key }) => {
    await test.engine.releaseJob(key);
    return null;
  }),
);

const message = { name: z.string().min(1), correlationKey: z.string().optional(), variables: variables.optional() };

const publishMessage = instruction(
  z.strictObject({ ...typed('PUBLISH_MESSAGE'), ...message, timeToLive: z.int().optional(), messageId: z.string().optional() }),
  async ({ engine }, { name, correlationKey = '', variables: given = {}, timeToLive, messageId }) => {
    await engine.publishMessage({ name, correlationKey, variables: given, ...(timeToLive !== undefined && { timeToLive }), ...(messageId !== undefined && { messageId }) });
    return null;
  },
);

const correlateMessage = instruction(z.strictObject({ ...typed('CORRELATE_MESSAGE'), ...message }), async ({ engine }, { name, correlationKey = '', variables: given = {} }) => {
  await engine.correlateMessage({ name, correlationKey, variables: given });
  return null;
});

const resolveIncident = instruction(z.strictObject({ ...typed('RESOLVE_INCIDENT'), incidentSelector }), async (test, { incidentSelector: selector }) => {
  const incident = await awaited(test, `active incident with ${describe(selector)}`, async () =>
    (await test.engine.incidents()).find((open) => open.state === 'active' && isIncident(selector, open)),
  );
  if ('failure' in incident) return incident.failure;
  await test.engine.resolveIncident(incident.found.key);
  return null;
});

const setTime = instruction(z.strictObject({ ...typed('SET_TIME'), time: z.iso.datetime({ offset: true }) }), async ({ engine }, { time }) => {
  await engine.setTime(Date.parse(time));
  return null;
});

const increaseTime = instruction(z.strictObject({ ...typed('INCREASE_TIME'), duration: z.string() }), async ({ engine }, { duration }) => {
  await engine.advanceTime(duration);
  return null;
});

const triggerTimer = instruction(
  z.strictObject({ ...typed('TRIGGER_TIMER'), processInstanceSelector: processSelector, elementSelector }),
  async ({ engine }, { processInstanceSelector, elementSelector: { elementId } }) => {
    const [instance] = await engine.instances(processInstanceSelector.processDefinitionId);
    if (!instance || elementId === undefined) return instance ? 'A timer is selected by its element id.' : `There is no instance of '${processInstanceSelector.processDefinitionId}'.`;
    await engine.triggerTimer(instance.key, elementId);
    return null;
  },
);

const updateVariables = instruction(
  z.strictObject({
    ...typed('UPDATE_VARIABLES'),
    processInstanceSelector: processSelector,
    variables,
    elementSelector: elementSelector.optional(),
    createLocalVariables: z.boolean().optional(),
  }),
  async (test, { processInstanceSelector, variables: given, elementSelector: selector, createLocalVariables = false }) => {
    const [instance] = await test.engine.instances(processInstanceSelector.processDefinitionId);
    if (!instance) return `There is no instance of '${processInstanceSelector.processDefinitionId}'.`;
    const element = selector && (await test.engine.elements(instance.key)).find((active) => active.state === 'active' && isElement(selector, active));
    if (selector && !element) return `No element with ${describe(selector)} is active.`;
    await test.engine.setVariables(element?.key ?? instance.key, given, { local: createLocalVariables });
    return null;
  },
);

const evaluateDecision = instruction(
  z.strictObject({ ...typed('EVALUATE_DECISION'), decisionDefinitionSelector: z.strictObject({ decisionDefinitionId: z.string().min(1) }), variables: variables.optional() }),
  async ({ engine }, { decisionDefinitionSelector, variables: given = {} }) => {
    await engine.evaluateDecision(decisionDefinitionSelector.decisionDefinitionId, given);
    return null;
  },
);

const runCalledProcess = instruction(z.strictObject({ ...typed('RUN_CALLED_PROCESS'), elementSelector }), ({ engine }, { elementSelector: { elementId } }) =>
  onCall(elementId, (id) => engine.answerCall(id, { type: 'run' })),
);

const stubCallActivityComplete = instruction(
  z.strictObject({ ...typed('STUB_CALL_ACTIVITY_COMPLETE'), elementSelector, variables: variables.optional() }),
  ({ engine }, { elementSelector: { elementId }, variables: given = {} }) => onCall(elementId, (id) => engine.answerCall(id, { type: 'complete', variables: given })),
);

const stubCallActivityThrowError = instruction(
  z.strictObject({ ...typed('STUB_CALL_ACTIVITY_THROW_ERROR'), elementSelector, errorCode: z.string(), errorMessage: z.string().optional(), variables: variables.optional() }),
  ({ engine }, { elementSelector: { elementId }, errorCode, errorMessage = '', variables: given = {} }) =>
    onCall(elementId, (id) => engine.answerCall(id, { type: 'error', errorCode, errorMessage, variables: given })),
);

export const actions = {
  CREATE_PROCESS_INSTANCE: createProcessInstance,
  COMPLETE_USER_TASK: completeUserTask,
  COMPLETE_JOB: completeJob,
  THROW_BPMN_ERROR_FROM_JOB: throwBpmnErrorFromJob,
  RELEASE_JOB: releaseJob,
  PUBLISH_MESSAGE: publishMessage,
  CORRELATE_MESSAGE: correlateMessage,
  RESOLVE_INCIDENT: resolveIncident,
  SET_TIME: setTime,
  INCREASE_TIME: increaseTime,
  TRIGGER_TIMER: triggerTimer,
  UPDATE_VARIABLES: updateVariables,
  EVALUATE_DECISION: evaluateDecision,
  RUN_CALLED_PROCESS: runCalledProcess,
  STUB_CALL_ACTIVITY_COMPLETE: stubCallActivityComplete,
  STUB_CALL_ACTIVITY_THROW_ERROR: stubCallActivityThrowError,
};

async function onJob(test: TestRun, selector: z.output<typeof jobSelector>, act: (job: JobView) => Promise<Failure>): Promise<Failure> {
  const job = await awaited(test, `job with ${describe(selector)} that can be worked on`, async () =>
    (await test.engine.jobs()).find((open) => (open.state === 'created' || open.state === 'failed') && open.retries > 0 && isJob(selector, open)),
  );
  return 'failure' in job ? job.failure : act(job.found);
}

async function onCall(elementId: string | undefined, act: (elementId: string) => unknown): Promise<Failure> {
  if (elementId === undefined) return 'A call activity is selected by its element id.';
  await act(elementId);
  return null;
}

async function withData({ exampleDataOf }: TestRun, useExampleData: boolean, elementId: string, given: Variables, act: (data: Variables) => unknown): Promise<Failure> {
  const data = useExampleData ? exampleDataOf(elementId) : given;
  if (data === null) return `The drawing keeps no example data at '${elementId}'.`;
  await act(data);
  return null;
}
