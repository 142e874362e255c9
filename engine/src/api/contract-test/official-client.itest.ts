import { createCamundaClient } from '@camunda8/orchestration-cluster-api';
import { createCamundaClient as createOlderClient } from 'camunda-client-8-8';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/api-server.ts';
import { drawing, purchase } from '../../../test/drawings.ts';

/** The official clients, unmodified, each with its strictest checks of requests and replies that it can pass. */
const clients = [
  ['9.1', createCamundaClient, ''],
  ['8.8', createOlderClient as unknown as typeof createCamundaClient, '/8.8'],
] as const;

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ engine: true, isTest: true, accounts: [{ id: 'boss', roles: ['admin'], groups: ['managers'] }] });
});
afterAll(() => server.stop());

/** What the 8.8 client expects of evaluated decisions is not what any server of its time gives: keys without a position, a failed decision in each. */
const unchecked = 'req:none,res:none';
const eventually = { consistency: { waitUpToMs: 0 } };

describe.each(clients)('the official client %s', (version, createClient, prefix) => {
  const processId = (id: string): string => `${id}-${version.replace('.', '-')}`;
  const client = (validation = 'req:strict,res:strict') =>
    createClient({
      config: {
        CAMUNDA_REST_ADDRESS: `${server.address}${prefix}`,
        CAMUNDA_AUTH_STRATEGY: 'BASIC',
        CAMUNDA_BASIC_AUTH_USERNAME: 'boss',
        CAMUNDA_BASIC_AUTH_PASSWORD: 'boss',
        CAMUNDA_SDK_VALIDATION: validation,
      },
    });

  it('knows where it is and who it is', async () => {
    const topology = await client().getTopology();
    expect(topology.brokers).toHaveLength(1);
    expect(await client().getAuthentication()).toMatchObject({ username: 'boss', groups: ['managers'], roles: ['admin'] });
    await client().getStatus();
  });

  it('drives an approval from deployment to completion', async () => {
    const camunda = client();
    const files = Object.entries(purchase).map(([name, text]) => new File([text.replaceAll(/(?<=")purchase(?=["-])/g, processId('purchase'))], name));
    const deployed = await camunda.createDeployment({ resources: files });
    expect([deployed.processes.length, deployed.decisions.length, deployed.forms.length]).toEqual([1, 1, 2]);
    const { processDefinitionKey, processDefinitionId } = deployed.processes[0] ?? expect.unreachable();

    const definitions = await camunda.searchProcessDefinitions({ filter: { processDefinitionId }, sort: [{ field: 'version', order: 'DESC' }] }, eventually);
    expect(definitions.items[0]).toMatchObject({ processDefinitionKey, hasStartForm: true });
    expect(await camunda.getProcessDefinition({ processDefinitionKey }, eventually)).toMatchObject({ name: 'Purchase approval' });
    expect(await camunda.getProcessDefinitionXml({ processDefinitionKey }, eventually)).toContain('bpmn:definitions');
    expect(await camunda.getStartProcessForm({ processDefinitionKey }, eventually)).toMatchObject({ formId: `${processId('purchase')}-request` });

    const started = await camunda.createProcessInstance({ processDefinitionKey, variables: { title: 'A lathe', amount: 20_000 }, tags: ['capex'], businessId: 'P-1' } as never);
    const { processInstanceKey } = started;
    expect(started.tags).toEqual(['capex']);

    const { items: tasks } = await camunda.searchUserTasks({ filter: { processInstanceKey, state: 'CREATED', candidateGroup: 'managers' } }, eventually);
    const task = tasks[0] ?? expect.unreachable();
    expect(task).toMatchObject({ name: 'Approve purchase', priority: 70, candidateGroups: ['managers'], processInstanceKey });
    const { userTaskKey } = task;
    expect(await camunda.getUserTask({ userTaskKey }, eventually)).toMatchObject({ elementId: 'Approve' });
    const form = await camunda.getUserTaskForm({ userTaskKey }, eventually);
    expect(form).toMatchObject({ formId: `${processId('purchase')}-approval` });
    const variables = await camunda.searchUserTaskVariables({ userTaskKey, filter: { name: 'amount' } }, eventually);
    expect(variables.items).toMatchObject([{ value: '20000', isTruncated: false }]);

    await camunda.assignUserTask({ userTaskKey, assignee: 'boss' });
    await camunda.unassignUserTask({ userTaskKey });
    await camunda.assignUserTask({ userTaskKey, assignee: 'boss', allowOverride: false });
    await camunda.updateUserTask({ userTaskKey, changeset: { dueDate: '2030-01-01T00:00:00Z', priority: 80 } });
    expect(await camunda.getUserTask({ userTaskKey }, eventually)).toMatchObject({ assignee: 'boss', priority: 80, dueDate: expect.stringContaining('2030-01-01') });

    const evaluations = client(version === '8.8' ? unchecked : undefined);
    const decisions = await evaluations.searchDecisionInstances({ filter: { processInstanceKey } }, eventually);
    expect(decisions.items).toMatchObject([{ result: '"managers"', state: 'EVALUATED' }]);
    const [decision] = decisions.items;
    const detail = await evaluations.getDecisionInstance({ decisionEvaluationInstanceKey: (decision ?? expect.unreachable()).decisionEvaluationInstanceKey }, eventually);
    expect(detail.matchedRules).toMatchObject([{ ruleId: 'Large', ruleIndex: 2 }]);

    await camunda.completeUserTask({ userTaskKey, variables: { comment: 'needed' } });
    expect(await camunda.getUserTask({ userTaskKey }, eventually)).toMatchObject({ state: 'COMPLETED' });
    expect(await camunda.getProcessInstance({ processInstanceKey }, eventually)).toMatchObject({ state: 'COMPLETED', hasIncident: false });
    const found = await camunda.searchVariables({ filter: { processInstanceKey, name: { $in: ['comment', 'approver'] } } }, eventually);
    expect(Object.fromEntries(found.items.map(({ name, value }) => [name, value]))).toEqual({ approver: '"managers"', comment: '"needed"' });
    const elements = await camunda.searchElementInstances({ filter: { processInstanceKey }, sort: [{ field: 'startDate' }] }, eventually);
    expect(elements.items.map(({ elementId }) => elementId)).toEqual(expect.arrayContaining(['Requested', 'FindApprover', 'Approve', 'Decided']));
    expect(await camunda.getProcessInstanceCallHierarchy({ processInstanceKey }, eventually)).toHaveLength(1);
    const { items: counts } = await camunda.getProcessInstanceStatistics({ processInstanceKey }, eventually);
    expect(counts.map(({ elementId, completed }) => [elementId, Number(completed)])).toContainEqual(['Approve', 1]);
    if (version === '9.1') {
      const lines = await camunda.searchAuditLogs({ filter: { userTaskKey } } as never, eventually);
      expect(lines.items.map(({ operationType }) => operationType)).toEqual(expect.arrayContaining(['CREATE', 'ASSIGN', 'UNASSIGN', 'UPDATE', 'COMPLETE']));
    }
  });

  it('works on jobs: completed, failed, retried, resolved, and thrown as errors', async () => {
    const camunda = client();
    const type = processId('count-stock');
    const file = new File([drawing('stock.bpmn').replaceAll('stock-check', processId('stock-check')).replaceAll('count-stock', type)], 'stock.bpmn');
    const { processes } = await camunda.createDeployment({ resources: [file] });
    const { processDefinitionId } = processes[0] ?? expect.unreachable();
    const start = async () => (await camunda.createProcessInstance({ processDefinitionId, variables: { item: 'bolt' } } as never)).processInstanceKey;
    const activate = async () => (await camunda.activateJobs({ type, maxJobsToActivate: 1, timeout: 60_000, worker: 'w', requestTimeout: 5_000 })).jobs[0] ?? expect.unreachable();

    const stuck = await start();
    const first = await activate();
    expect(first).toMatchObject({ retries: 2, customHeaders: { warehouse: 'SZ' }, variables: { item: 'bolt' }, processInstanceKey: stuck, worker: 'w' });
    await camunda.failJob({ jobKey: first.jobKey, retries: 1, errorMessage: 'no light', retryBackOff: 0 });
    const second = await activate();
    expect(second.jobKey).toBe(first.jobKey);
    await camunda.failJob({ jobKey: second.jobKey, retries: 0, errorMessage: 'still no light' });
    const incidents = await camunda.searchIncidents({ filter: { processInstanceKey: stuck, state: 'ACTIVE' } }, eventually);
    expect(incidents.items).toMatchObject([{ errorType: 'JOB_NO_RETRIES', jobKey: first.jobKey }]);
    const { incidentKey } = incidents.items[0] ?? expect.unreachable();
    expect(await camunda.getIncident({ incidentKey }, eventually)).toMatchObject({ elementId: 'Count' });
    await camunda.updateJob({ jobKey: first.jobKey, changeset: { retries: 1 } });
    await camunda.resolveIncident({ incidentKey });
    const third = await activate();
    await camunda.throwJobError({ jobKey: third.jobKey, errorCode: 'EMPTY', errorMessage: 'nothing there' });
    expect(await camunda.getProcessInstance({ processInstanceKey: stuck }, eventually)).toMatchObject({ state: 'COMPLETED', hasIncident: false });
    const jobs = await camunda.searchJobs({ filter: { processInstanceKey: stuck } }, eventually);
    expect(jobs.items).toMatchObject([{ state: 'ERROR_THROWN', errorCode: 'EMPTY' }]);

    const worker = camunda.createJobWorker({ jobType: type, jobTimeoutMs: 60_000, maxParallelJobs: 1, workerName: 'counter', jobHandler: (job) => job.complete({ count: 7 }) });
    const counted = await start();
    await expect.poll(async () => (await camunda.getProcessInstance({ processInstanceKey: counted }, eventually)).state, { timeout: 10_000 }).toBe('COMPLETED');
    worker.stop();
    expect((await camunda.searchVariables({ filter: { processInstanceKey: counted, name: 'count' } }, eventually)).items).toMatchObject([{ value: '7' }]);

    const canceled = await start();
    await camunda.cancelProcessInstance({ processInstanceKey: canceled });
    expect(await camunda.getProcessInstance({ processInstanceKey: canceled }, eventually)).toMatchObject({ state: 'TERMINATED' });
  });

  it('evaluates decisions', async () => {
    const evaluator = client(version === '8.8' ? unchecked : undefined);
    const evaluated = await evaluator.evaluateDecision({ decisionDefinitionId: `${processId('purchase')}-approver`, variables: { amount: 10 } } as never);
    expect(evaluated).toMatchObject({ output: '"buyers"' });
    const found = await client().searchDecisionDefinitions({ filter: { decisionDefinitionId: `${processId('purchase')}-approver` } as never }, eventually);
    const { decisionDefinitionKey, decisionRequirementsKey } = found.items[0] ?? expect.unreachable();
    expect(await client().getDecisionDefinitionXml({ decisionDefinitionKey }, eventually)).toContain('decisionTable');
    expect(await client().getDecisionRequirements({ decisionRequirementsKey }, eventually)).toMatchObject({ version: 1 });
    expect((await client().searchDecisionRequirements({}, eventually)).items.length).toBeGreaterThan(0);
  });

  it('is told of what is wrong', async () => {
    await expect(client().getUserTask({ userTaskKey: '1' as never }, eventually)).rejects.toMatchObject({ status: 404 });
    await expect(client().publishMessage({ name: 'nobody-waits', correlationKey: 'x', timeToLive: 0 })).resolves.toMatchObject({ messageKey: expect.stringMatching(/^\d+$/) });
    await expect(client().correlateMessage({ name: 'nobody-waits', correlationKey: 'x' })).rejects.toMatchObject({ status: 404 });
    await client().pinClock({ timestamp: Date.parse('2030-01-01T00:00:00Z') });
    await client().resetClock();
  });
});
