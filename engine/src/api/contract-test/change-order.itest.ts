import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCamundaClient, type ProcessInstanceKey } from '@camunda8/orchestration-cluster-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/api-server.ts';
import { fieldsOf, type FormComponent, type FormSchema } from '../../forms/index.ts';
import { readTenantConfig, type TenantConfig } from '../../tenants/index.ts';

const root = new URL('../../../../', import.meta.url);

interface Instruction {
  readonly type: string;
  readonly time?: string;
  readonly duration?: string;
  readonly variables?: Record<string, unknown>;
  readonly userTaskSelector?: { readonly elementId: string };
}

let server: TestServer;
let config: TenantConfig;

beforeAll(async () => {
  const read = await readTenantConfig(fileURLToPath(new URL('tenant-config/demo', root)));
  config = read.config ?? expect.unreachable(JSON.stringify(read.findings));
  server = await startTestServer({ engine: true, isTest: true, config, accounts: [{ id: 'boss', roles: ['admin'] }] });
}, 120_000);
afterAll(() => server.stop());

/** The official client, as one of the accounts of the demo tenant. */
function clientOf(userId: string) {
  return createCamundaClient({
    config: {
      CAMUNDA_REST_ADDRESS: server.address,
      CAMUNDA_AUTH_STRATEGY: 'BASIC',
      CAMUNDA_BASIC_AUTH_USERNAME: userId,
      CAMUNDA_BASIC_AUTH_PASSWORD: userId,
      CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict',
    },
  });
}

const eventually = { consistency: { waitUpToMs: 0 } };
const filesIn = (folder: string, end: RegExp) =>
  readdirSync(new URL(`${folder}/`, root)).filter((name) => end.test(name)).map((name) => new File([readFileSync(new URL(`${folder}/${name}`, root))], name));

/** What a person enters: without what the form fills in by itself. */
function entered(components: readonly FormComponent[], values: Record<string, unknown>): Record<string, unknown> {
  const fields = new Map(fieldsOf(components).map(({ component }) => [component.key, component]));
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const field = fields.get(name);
      if (field?.properties?.fill !== undefined) return [];
      const isContainer = field?.type === 'container' && typeof value === 'object' && value !== null;
      return [[name, isContainer ? entered(field.components ?? [], value as Record<string, unknown>) : value]];
    }),
  );
}

it('an engineering change order goes from deployment to completion, decided by those whose task it is', async () => {
  const { testCases } = JSON.parse(readFileSync(new URL('workflows/eco-approval.test.json', root), 'utf8')) as { testCases: { instructions: Instruction[] }[] };
  const { instructions } = testCases[0] ?? expect.unreachable();
  const admin = clientOf('boss');
  await admin.createDeployment({ resources: [...filesIn('workflows', /\.(bpmn|dmn)$/), ...filesIn('forms', /\.form\.json$/)] });

  let now = 0;
  let processInstanceKey: ProcessInstanceKey | undefined;
  const completed: string[] = [];
  for (const { type, time, duration, variables = {}, userTaskSelector } of instructions) {
    if (type === 'SET_TIME' || type === 'INCREASE_TIME') {
      now = time === undefined ? now + Number(/PT(\d+)H/.exec(duration ?? '')?.[1]) * 3_600_000 : Date.parse(time);
      await admin.pinClock({ timestamp: now });
    } else if (type === 'CREATE_PROCESS_INSTANCE') {
      const requester = clientOf('originator');
      const { items } = await requester.searchProcessDefinitions({ filter: { processDefinitionId: 'eco-approval' } }, eventually);
      const form = await requester.getStartProcessForm({ processDefinitionKey: (items[0] ?? expect.unreachable()).processDefinitionKey }, eventually);
      const { components } = JSON.parse((form as { schema: string }).schema) as FormSchema;
      const started = await requester.createProcessInstance({ processDefinitionId: 'eco-approval' as never, variables: entered(components, variables) } as never);
      processInstanceKey = started.processInstanceKey;
      expect((await requester.getProcessInstance({ processInstanceKey: started.processInstanceKey }, eventually)).businessId).toMatch(/^ECO-\d+$/);
    } else if (type === 'COMPLETE_USER_TASK') {
      const key = processInstanceKey ?? expect.unreachable();
      const elementId = userTaskSelector?.elementId ?? '';
      const { items } = await admin.searchUserTasks({ filter: { processInstanceKey: key, elementId: elementId as never, state: 'CREATED' } }, eventually);
      const task = items[0] ?? expect.unreachable(`no open ${elementId} after ${completed.join(', ')}`);
      const person = config.accounts.find(({ id, groups }) => id !== 'originator' && (task.candidateGroups.some((group) => groups.includes(group)) || task.candidateUsers.includes(id))) ?? expect.unreachable(`nobody for ${elementId}: ${task.candidateGroups.join()}`);
      const camunda = clientOf(person.id);
      const form = await camunda.getUserTaskForm({ userTaskKey: task.userTaskKey }, eventually);
      const { components } = JSON.parse((form as { schema: string }).schema) as FormSchema;
      await camunda.assignUserTask({ userTaskKey: task.userTaskKey, assignee: person.id, allowOverride: false });
      await camunda.completeUserTask({ userTaskKey: task.userTaskKey, variables: entered(components, variables) });
      completed.push(`${elementId} by ${person.id}`);
    }
  }
  const key = processInstanceKey ?? expect.unreachable();
  expect(await admin.getProcessInstance({ processInstanceKey: key }, eventually)).toMatchObject({ state: 'COMPLETED', hasIncident: false });
  expect(completed).toHaveLength(15);

  const page = await server.ask('originator', 'GET', `/v2/loopwright/instance-pages/${String(key)}`);
  expect(page.status, JSON.stringify(page.body)).toBe(200);
  expect(page.body.record.filter(({ kind }: { kind: string }) => kind === 'decision evaluated').length).toBeGreaterThan(1);
  const decide = page.body.record.find((entry: { kind: string; elementId: string }) => entry.kind === 'task completed' && entry.elementId === 'Task_Decide');
  expect(decide.names).toEqual({ default: 'Decide on the change', 'zh-CN': expect.stringMatching(/[\u4e00-\u9fff]/) });
  expect(decide).toMatchObject({ by: 'doc-control', byName: expect.any(String), values: { outcome: 'approve' } });
}, 120_000);
