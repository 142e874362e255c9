import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/api-server.ts';
import { purchase } from '../../../test/drawings.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({
    engine: true,
    accounts: [
      { id: 'boss', roles: ['admin'] },
      { id: 'ana', roles: ['requester'] },
      { id: 'ben', roles: ['approver'], groups: ['buyers'] },
      { id: 'bea', roles: ['approver', 'requester'], groups: ['buyers'] },
      { id: 'max', roles: ['approver'], groups: ['managers'] },
      { id: 'sue', roles: ['site reader'], attributes: { titles: ['A lamp'] } },
      { id: 'odd', roles: ['odd'] },
    ],
    roles: [
      {
        id: 'requester',
        rules: [
          { may: 'start', on: 'process definition', when: { processId: 'purchase' } },
          { may: 'read', on: 'process instance', when: { startedBy: 'my.id' } },
        ],
      },
      {
        id: 'approver',
        rules: [
          { may: ['read', 'claim', 'complete'], on: 'user task', when: { candidateGroups: 'my.groups' } },
          { may: ['read', 'claim', 'complete'], on: 'user task', when: { assignee: 'my.id' } },
          { may: ['read', 'claim', 'complete'], on: 'user task', when: { candidateUsers: 'my.id' } },
          { mayNot: 'complete', on: 'user task', when: { startedBy: 'my.id' }, because: 'nobody decides their own request' },
        ],
      },
      { id: 'site reader', rules: [{ may: 'read', on: ['process instance', 'user task'], when: { 'variables.title': 'my.attributes.titles' } }] },
      { id: 'odd', rules: [{ may: 'read', on: 'user task', when: { colour: 'red' } }] },
    ],
  });
  expect((await server.deploy('boss', purchase)).status).toBe(200);
});
afterAll(() => server.stop());

const start = async (as: string, variables: object = { title: 'A chair', amount: 100 }) =>
  (await server.ask(as, 'POST', '/v2/process-instances', { processDefinitionId: 'purchase', variables })).body.processInstanceKey as string;

async function taskOf(processInstanceKey: string): Promise<{ userTaskKey: string; name: string }> {
  const { body } = await server.ask('boss', 'POST', '/v2/user-tasks/search', { filter: { processInstanceKey } });
  return body.items[0];
}

const open = async (as = 'ana') => (await taskOf(await start(as))).userTaskKey;
const complete = (as: string, key: string, body: unknown = { variables: { comment: 'fine' } }, headers?: Record<string, string>) => server.ask(as, 'POST', `/v2/user-tasks/${key}/completion`, body, headers);

describe('starting', () => {
  it('checks the values of the start form, and names each field', async () => {
    const ask = (variables: object) => server.ask('ana', 'POST', '/v2/process-instances', { processDefinitionId: 'purchase', variables });
    expect((await ask({ title: 'x', amount: 1, colour: 'red' })).body.errors.map(({ path }: { path: string }) => path)).toEqual(['colour']);
    const { status, body } = await ask({ amount: 0 });
    expect([status, body.code]).toEqual([400, 'invalid-form-values']);
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['amount', 'title']);
    expect(body.errors.every(({ message }: { message: string }) => message.length > 5)).toBe(true);
  });

  it('is refused to who may not, and of what does not exist', async () => {
    expect((await server.ask('ben', 'POST', '/v2/process-instances', { processDefinitionId: 'purchase', variables: {} })).status).toBe(403);
    expect((await server.ask('ana', 'POST', '/v2/process-instances', { processDefinitionId: 'none' })).status).toBe(404);
    expect((await server.ask('boss', 'POST', '/v2/process-instances', { processDefinitionId: 'purchase', processDefinitionVersion: 9 })).status).toBe(404);
    expect(await server.ask('ana', 'POST', '/v2/process-instances', { variables: {} })).toMatchObject({ status: 400, body: { errors: [{ path: expect.stringMatching(/processDefinition(Key|Id)/) }] } });
    expect((await server.ask('boss', 'POST', '/v2/process-instances', { processDefinitionId: 'purchase', startInstructions: [{ elementId: 'Approve' }] })).status).toBe(501);
  });

  it('is done once for an idempotency key, also with fields that the server fills', async () => {
    const ask = (title: string) => server.ask('ana', 'POST', '/v2/process-instances', { processDefinitionId: 'purchase', variables: { title, amount: 1 } }, { 'idempotency-key': 'start-1' });
    const first = await ask('one');
    expect((await ask('one')).body).toEqual(first.body);
    expect(await ask('two')).toMatchObject({ status: 409, body: { code: 'idempotency-conflict' } });
    const { body } = await server.ask('ana', 'POST', '/v2/process-instances/search', { filter: { variables: [{ name: 'title', value: '"one"' }] } });
    expect(body.items).toHaveLength(1);
    expect(await server.ask('boss', 'POST', '/v2/process-instances', { processDefinitionId: 'purchase', variables: { title: 'x', amount: 1 } }, { 'idempotency-key': 'start-1' })).toMatchObject({ status: 200 });
  });

  it('waits for the end where it is asked to', async () => {
    const started = server.ask('boss', 'POST', '/v2/process-instances', { processDefinitionId: 'purchase', variables: { title: 'Awaited', amount: 5 }, awaitCompletion: true, fetchVariables: ['comment'], requestTimeout: 20_000 });
    const found = await expect.poll(async () => (await server.ask('boss', 'POST', '/v2/user-tasks/search', { filter: { state: 'CREATED', processInstanceVariables: [{ name: 'title', value: '"Awaited"' }] } })).body.items).toHaveLength(1).then(() => server.ask('boss', 'POST', '/v2/user-tasks/search', { filter: { processInstanceVariables: [{ name: 'title', value: '"Awaited"' }] } }));
    await complete('boss', found.body.items[0].userTaskKey, { variables: { comment: 'done' } });
    expect((await started).body.variables).toEqual({ comment: 'done' });
    expect(await server.ask('boss', 'POST', '/v2/process-instances', { processDefinitionId: 'purchase', variables: { title: 'x', amount: 5 }, awaitCompletion: true, requestTimeout: 300 })).toMatchObject({ status: 504, body: { code: 'timed-out' } });
  });
});

describe('a user task', () => {
  it('is seen by those to whom it is offered or assigned, and by nobody else', async () => {
    const key = await open();
    const sees = async (as: string) => [(await server.ask(as, 'GET', `/v2/user-tasks/${key}`)).status, (await server.ask(as, 'POST', '/v2/user-tasks/search', { filter: { userTaskKey: key } })).body.items?.length];
    expect([await sees('ben'), await sees('max'), await sees('ana'), await sees('sue')]).toEqual([[200, 1], [404, 0], [404, 0], [404, 0]]);
    await server.ask('boss', 'POST', `/v2/user-tasks/${key}/assignment`, { assignee: 'max' });
    expect(await sees('max')).toEqual([200, 1]);
    expect(await sees(`${server.otherTenantId}/stranger`)).toEqual([404, 0]);
  });

  it('is seen by an attribute of the person in a variable of the instance', async () => {
    const [lamp, chair] = [await taskOf(await start('ana', { title: 'A lamp', amount: 7 })), await taskOf(await start('ana'))];
    expect([(await server.ask('sue', 'GET', `/v2/user-tasks/${lamp.userTaskKey}`)).status, (await server.ask('sue', 'GET', `/v2/user-tasks/${chair.userTaskKey}`)).status]).toEqual([200, 404]);
    expect((await complete('sue', lamp.userTaskKey)).status).toBe(403);
  });

  it('of another tenant is not there, whatever one wants with it', async () => {
    const key = await open();
    const stranger = `${server.otherTenantId}/stranger`;
    const answers = await Promise.all([
      server.ask(stranger, 'GET', `/v2/user-tasks/${key}`), server.ask(stranger, 'GET', `/v2/user-tasks/${key}/form`), complete(stranger, key), server.ask(stranger, 'POST', `/v2/user-tasks/${key}/assignment`, {}),
      server.ask(stranger, 'DELETE', `/v2/user-tasks/${key}/assignee`), server.ask(stranger, 'PATCH', `/v2/user-tasks/${key}`, { changeset: { priority: 1 } }), server.ask(stranger, 'POST', `/v2/user-tasks/${key}/variables/search`, {}),
      server.ask(stranger, 'POST', `/v2/user-tasks/${key}/audit-logs/search`, {}), server.ask(stranger, 'GET', `/v2/loopwright/task-cards/${key}`),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [404, 'not-found']));
  });

  it('is claimed by one of two who claim at once', async () => {
    const key = await open();
    const claim = (as: string) => server.ask(as, 'POST', `/v2/user-tasks/${key}/assignment`, { allowOverride: false });
    const statuses = (await Promise.all([claim('ben'), claim('bea')])).map(({ status }) => status).sort();
    expect(statuses).toEqual([204, 409]);
    const { assignee } = (await server.ask('boss', 'GET', `/v2/user-tasks/${key}`)).body;
    const other = assignee === 'ben' ? 'bea' : 'ben';
    expect((await server.ask(other, 'POST', `/v2/user-tasks/${key}/assignment`, {})).status).toBe(403);
    expect((await server.ask(other, 'DELETE', `/v2/user-tasks/${key}/assignee`)).status).toBe(403);
    expect((await server.ask(assignee, 'DELETE', `/v2/user-tasks/${key}/assignee`)).status).toBe(204);
  });

  it('is assigned once for an idempotency key', async () => {
    const key = await open();
    const assign = (assignee: string) => server.ask('boss', 'POST', `/v2/user-tasks/${key}/assignment`, { assignee }, { 'idempotency-key': `assign-${key}` });
    expect([(await assign('ben')).status, (await assign('ben')).status, (await assign('bea')).status]).toEqual([204, 204, 409]);
    const lines = (await server.ask('ben', 'POST', `/v2/user-tasks/${key}/audit-logs/search`, { filter: { operationType: 'ASSIGN' } })).body.items;
    expect(lines).toEqual([expect.objectContaining({ actorId: 'boss', actorName: 'Name of boss', oldValue: '{"assignee":null}', newValue: '{"assignee":"ben"}' })]);
  });

  it('is completed by one of two who complete at once, and nothing is doubled', async () => {
    const instance = await start('ana');
    const { userTaskKey } = await taskOf(instance);
    const answers = await Promise.all([complete('ben', userTaskKey), complete('boss', userTaskKey)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('wrong-state');
    expect((await complete('ben', userTaskKey)).status).toBe(409);
    expect((await server.ask('boss', 'POST', '/v2/element-instances/search', { filter: { processInstanceKey: instance, elementId: 'Decided' } })).body.items).toHaveLength(1);
  });

  it('is completed once for an idempotency key', async () => {
    const key = await open();
    const headers = { 'idempotency-key': `complete-${key}` };
    const ask = (comment: string) => complete('ben', key, { variables: { comment } }, headers);
    expect([(await ask('fine')).status, (await ask('fine')).status, (await ask('other')).status]).toEqual([204, 204, 409]);
    expect((await complete('ben', key, undefined, { 'idempotency-key': 'two words' })).status).toBe(400);
  });

  it('takes only what its form takes', async () => {
    const key = await open();
    const { status, body } = await complete('ben', key, { variables: { comment: 'fine', approver: 'me' } });
    expect([status, body.code]).toEqual([400, 'invalid-form-values']);
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['approver']);
    expect((await complete('ben', key, { variables: { comment: '', amount: 3 } })).body.errors.map(({ path }: { path: string }) => path)).toContain('comment');
    await server.ask('ben', 'PATCH', '/v2/loopwright/session', { language: 'zh-CN' });
    expect((await complete('ben', key, { variables: {} })).body.errors[0].message).toMatch(/[\u4e00-\u9fff]/);
    await server.ask('ben', 'PATCH', '/v2/loopwright/session', { language: 'en' });
    expect((await complete('ben', key)).status).toBe(204);
    const { items } = (await server.ask('boss', 'POST', `/v2/user-tasks/${key}/effective-variables/search`, { filter: { name: 'amount' } })).body;
    expect(items).toMatchObject([{ value: '100' }]);
  });

  it('is not completed by who started the instance, where a rule says so', async () => {
    const key = await open('bea');
    expect(await complete('bea', key)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    const why = (await server.ask('bea', 'GET', `/v2/loopwright/access-explanations?action=complete&subject=user%20task&key=${key}`)).body;
    expect(why.rules.find(({ effect }: { effect: string }) => effect === 'forbids').reason).toBe('nobody decides their own request');
    expect((await complete('ben', key)).status).toBe(204);
  });

  it('is changed in its dates, candidates and priority while it is open', async () => {
    const key = await open();
    const patch = (changeset: object) => server.ask('boss', 'PATCH', `/v2/user-tasks/${key}`, { changeset });
    expect((await patch({ dueDate: '2031-05-05T12:00:00+08:00', candidateGroups: ['managers'], priority: 5 })).status).toBe(204);
    expect((await server.ask('max', 'GET', `/v2/user-tasks/${key}`)).body).toMatchObject({ dueDate: '2031-05-05T04:00:00.000Z', candidateGroups: ['managers'], priority: 5 });
    expect((await server.ask('ben', 'GET', `/v2/user-tasks/${key}`)).status).toBe(404);
    expect((await patch({ dueDate: '' })).status).toBe(204);
    expect(await patch({ priority: 101 })).toMatchObject({ status: 400, body: { errors: [{ path: '/changeset/priority' }] } });
    expect((await server.ask('max', 'PATCH', `/v2/user-tasks/${key}`, { changeset: { priority: 1 } })).status).toBe(403);
    await complete('max', key);
    expect((await patch({ priority: 1 })).status).toBe(409);
  });

  it('is found by filters on itself, its candidates and the variables of its instance', async () => {
    const key = (await taskOf(await start('ana', { title: 'Very rare', amount: 5000 }))).userTaskKey;
    const found = async (filter: object) => (await server.ask('boss', 'POST', '/v2/user-tasks/search', { filter: { userTaskKey: key, ...filter } })).body.items.length;
    expect(await found({ candidateGroup: 'managers', priority: { $gte: 70, $lt: 71 }, state: { $in: ['CREATED'] }, name: { $like: 'Approve*' } })).toBe(1);
    expect(await found({ processInstanceVariables: [{ name: 'title', value: '"Very rare"' }, { name: 'amount', value: { $like: '50*' } }] })).toBe(1);
    expect(await found({ processInstanceVariables: [{ name: 'title', value: 'Very rare' }] })).toBe(0);
    expect(await found({ creationDate: { $gt: '2020-01-01T00:00:00Z' }, assignee: { $exists: false }, dueDate: { $exists: false } })).toBe(1);
    expect(await found({ candidateGroup: { $neq: 'managers' } })).toBe(0);
    expect(await found({ elementId: 'Other' })).toBe(0);
  });

  it('is in no list of somebody whose rule cannot narrow one', async () => {
    expect(await server.ask('odd', 'POST', '/v2/user-tasks/search', {})).toMatchObject({ status: 403, body: { detail: expect.stringContaining('colour') } });
  });
});
