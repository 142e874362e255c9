import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { basic, startTestServer, type TestServer } from '../../../test/api-server.ts';
import { drawing, purchase } from '../../../test/drawings.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({
    engine: true, demo: true,
    accounts: [
      { id: 'boss', roles: ['admin'] },
      { id: 'ana', roles: ['requester'] },
      { id: 'ben', roles: ['approver'], groups: ['buyers', 'managers'] },
      { id: 'out', roles: ['approver'] },
    ],
    roles: [
      { id: 'requester', names: { en: 'Requester' }, rules: [{ may: 'start', on: 'process definition', when: { processId: 'purchase' } }, { may: 'read', on: 'process instance', when: { startedBy: 'my.id' } }, { may: 'publish', on: 'message', when: { messageName: 'withdrawn' } }] },
      {
        id: 'approver',
        rules: [
          { may: ['read', 'claim', 'complete'], on: 'user task', when: { candidateGroups: 'my.groups' } },
          { may: ['read', 'complete'], on: 'user task', when: { assignee: 'my.id' } },
          { may: ['read', 'complete'], on: 'user task', when: { candidateUsers: 'my.id' } },
        ],
      },
    ],
  });
  expect((await server.deploy('boss', { ...purchase, 'stock.bpmn': drawing('stock.bpmn') })).status).toBe(200);
});
afterAll(() => server.stop());

const get = (as: string, path: string) => server.ask(as, 'GET', `/v2/loopwright/${path}`);
const start = async (title: string, amount: number) =>
  (await server.ask('ana', 'POST', '/v2/process-instances', { processDefinitionId: 'purchase', variables: { title, amount }, businessId: `P ${title}` })).body.processInstanceKey as string;
const inbox = async (as: string, request: object = {}) => (await server.ask(as, 'POST', '/v2/loopwright/inbox/search', request)).body;
const titles = (page: { items: { subject: string }[] }) => page.items.map(({ subject }) => subject);

/** The first events of a stream that fit, read while `act` happens. */
async function eventsDuring(as: string, path: string, act: () => Promise<unknown>, wanted: (text: string) => boolean): Promise<string> {
  const closed = new AbortController();
  const reply = await fetch(new URL(path, server.address), { headers: { authorization: basic(as) }, signal: closed.signal });
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  let text = '';
  const reading = (async () => {
    for await (const chunk of reply.body ?? []) {
      text += Buffer.from(chunk).toString();
      if (wanted(text)) return;
    }
  })();
  await act();
  await reading;
  closed.abort();
  return text;
}

it('the sign-in page of a demo tenant names its accounts', async () => {
  const { body } = await server.ask(null, 'GET', '/v2/loopwright/welcome');
  expect(body.demoAccounts).toContainEqual({ userId: 'ana', name: 'Name of ana', roles: [{ en: 'Requester' }] });
});

describe('the catalogue', () => {
  it('holds what one may start, with its form', async () => {
    const { items } = (await get('ana', 'catalogue')).body;
    expect(items).toEqual([expect.objectContaining({ processDefinitionId: 'purchase', version: 1, names: { default: 'Purchase approval' }, hasStartForm: true })]);
    expect((await get('boss', 'catalogue')).body.items).toHaveLength(2);
    expect((await get('ana', 'catalogue/purchase')).body.form).toMatchObject({ formId: 'purchase-request' });
    expect((await get('boss', 'catalogue/stock-check')).body.form).toBeNull();
    expect([(await get('ana', 'catalogue/stock-check')).status, (await get('ana', 'catalogue/none')).status, (await get('ben', 'catalogue')).body.items]).toEqual([404, 404, []]);
  });
});

describe('an inbox', () => {
  it('holds what is mine and what is offered to me, in order, and counts it', async () => {
    await start('cheap', 10);
    await start('dear', 9000);
    const claimed = (await inbox('ben', { text: 'P cheap' })).items[0].userTaskKey;
    await server.ask('boss', 'PATCH', `/v2/user-tasks/${claimed}`, { changeset: { dueDate: '2020-01-01T00:00:00Z' } });
    await server.ask('ben', 'POST', `/v2/user-tasks/${claimed}/assignment`, {});
    expect(titles(await inbox('ben', { sortBy: 'newest' }))).toEqual(['dear', 'cheap']);
    expect(titles(await inbox('ben', { sortBy: 'due' }))).toEqual(['cheap', 'dear']);
    expect(titles(await inbox('ben', { view: 'mine' }))).toEqual(['cheap']);
    expect(titles(await inbox('ben', { view: 'offered', groups: ['managers'] }))).toEqual(['dear']);
    expect(titles(await inbox('ben', { view: 'offered', groups: ['buyers', 'others'] }))).toEqual([]);
    expect(titles(await inbox('ben', { text: 'P DEAR' }))).toEqual(['dear']);
    expect(titles(await inbox('ben', { text: '"Dear' }))).toEqual(['dear']);
    expect(titles(await inbox('ben', { dueBefore: '2021-01-01T00:00:00Z' }))).toEqual(['cheap']);
    expect((await inbox('ben', { view: 'mine' })).items[0]).toMatchObject({ names: { default: 'Approve purchase' }, businessId: 'P cheap', startedBy: 'ana', isOverdue: true });
    expect((await get('ben', 'inbox/counts')).body).toEqual({ mine: 1, offered: 1, overdue: 1, groups: [{ group: 'buyers', count: 0 }, { group: 'managers', count: 1 }], isCapped: false });
    expect(titles(await inbox('out'))).toEqual([]);
  });

  it('gives pages', async () => {
    const first = await inbox('ben', { page: { limit: 1 } });
    const second = await inbox('ben', { page: { limit: 1, after: first.page.endCursor } });
    expect([first.page.totalItems, titles(first), titles(second)]).toEqual([2, ['cheap'], ['dear']]);
  });
});

describe('the card of a task', () => {
  it('holds the form with its values, the record so far, and what one may do', async () => {
    const instance = await start('a crane', 8000);
    const { userTaskKey } = (await inbox('ben', { text: 'P a crane' })).items[0];
    const { status, body } = await get('ben', `task-cards/${userTaskKey}`);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({
      task: { userTaskKey }, instance: { processInstanceKey: instance, startedBy: 'ana' }, form: { formId: 'purchase-approval' }, formMissing: null, values: { amount: 8000 }, whyMine: 'managers',
      may: { claim: true, unclaim: false, assign: false, complete: true, update: false }, people: { ana: 'Name of ana' },
    });
    expect(body.record).toMatchObject([
      { kind: 'started', by: 'ana', byName: 'Name of ana' },
      { kind: 'decision evaluated', decisionDefinitionId: 'purchase-approver', inputs: [{ name: 'Amount', value: '8000' }], rules: [{ ruleIndex: 2 }], output: '"managers"', elementId: 'FindApprover' },
    ]);
    expect([(await get('out', `task-cards/${userTaskKey}`)).status, (await get('ana', `task-cards/${userTaskKey}`)).status, (await get('boss', 'task-cards/1')).status]).toEqual([404, 404, 404]);
  });
});

describe('the page of an instance', () => {
  it('shows where the tokens are, who is next, and in the end who decided what', async () => {
    const instance = await start('a boat', 7000);
    const before = (await get('ana', `instance-pages/${instance}`)).body;
    expect(before).toMatchObject({ instance: { state: 'ACTIVE', businessId: 'P a boat' }, openTasks: [{ elementId: 'Approve', candidateGroups: ['managers'] }], may: { cancel: false, resolve: false }, callers: [], incidents: [], messages: [] });
    expect(before.bpmn).toBe(purchase['purchase.bpmn']);
    expect(before.elements).toContainEqual({ elementId: 'Approve', active: 1, completed: 0, canceled: 0, incidents: 0 });
    expect(before.flowsTaken.sort()).toEqual(['ToApprove', 'ToLimit']);
    expect((await get('ben', `instance-pages/${instance}`)).status).toBe(404);

    await server.ask('ben', 'POST', `/v2/user-tasks/${before.openTasks[0].userTaskKey}/completion`, { variables: { comment: 'a fine boat' } });
    const after = (await get('ana', `instance-pages/${instance}`)).body;
    expect(after).toMatchObject({ instance: { state: 'COMPLETED' }, openTasks: [], people: { ana: 'Name of ana', ben: 'Name of ben' } });
    expect(after.record.map(({ kind }: { kind: string }) => kind)).toEqual(['started', 'decision evaluated', 'task completed', 'ended']);
    expect(after.record[2]).toMatchObject({ by: 'ben', byName: 'Name of ben', elementId: 'Approve', values: { comment: 'a fine boat' } });
    expect(after.history.map(({ elementId }: { elementId: string }) => elementId)).toEqual(['Requested', 'FindApprover', 'Approve', 'Decided']);
  });

  it('may be canceled, with a reason that stays', async () => {
    const instance = await start('a mistake', 7000);
    expect((await get('boss', `instance-pages/${instance}`)).body.may.cancel).toBe(true);
    const cancel = (as: string) => server.ask(as, 'POST', `/v2/process-instances/${instance}/cancellation`, { reason: 'entered twice' });
    expect([(await cancel('ana')).status, (await cancel('boss')).status, (await cancel('boss')).status]).toEqual([403, 204, 409]);
    expect((await get('ana', `instance-pages/${instance}`)).body.record.at(-1)).toMatchObject({ kind: 'ended', state: 'TERMINATED', by: 'boss', reason: 'entered twice' });
  });
});

describe('what I have started', () => {
  it('is listed with where it stands and who is next', async () => {
    await start('a plane', 6000);
    const { body } = await server.ask('ana', 'POST', '/v2/loopwright/requests/search', { text: 'a plane' });
    expect(body.items).toEqual([
      expect.objectContaining({ subject: 'a plane', state: 'ACTIVE', waitingFor: [expect.objectContaining({ elementId: 'Approve', names: { default: 'Approve purchase' }, candidateGroups: ['managers'], assignee: null })] }),
    ]);
    expect((await server.ask('ana', 'POST', '/v2/loopwright/requests/search', { state: 'ended' })).body.items.map(({ subject }: { subject: string }) => subject).sort()).toEqual(['a boat', 'a mistake']);
    expect((await server.ask('ben', 'POST', '/v2/loopwright/requests/search', { state: 'all' })).body.items).toEqual([]);
  });
});

describe('live updates', () => {
  it('tell those to whom a task is offered, and who looks at the instance, and nobody else', async () => {
    const told = await eventsDuring('ben', '/v2/events', () => start('a train', 5000), (text) => text.includes('"tasks"'));
    expect(told).toMatch(/data: \{"type":"tasks","userTaskKeys":\["\d+"\]\}/);
    const instance = await start('a bus', 5000);
    const { userTaskKey } = (await inbox('ben', { text: 'P a bus' })).items[0];
    const watched = await eventsDuring('ana', `/v2/events?processInstanceKey=${instance}`, () => server.ask('ben', 'POST', `/v2/user-tasks/${userTaskKey}/completion`, { variables: { comment: 'yes' } }), (text) => text.includes('"instance"'));
    expect(watched).toContain(`data: {"type":"instance","processInstanceKey":"${instance}"}`);
    expect(watched).not.toContain('"tasks"');
    expect((await server.ask('ben', 'GET', `/v2/events?processInstanceKey=${instance}`)).status).toBe(404);
  });
});

it('the directory names people and groups', async () => {
  const { body } = await get('ana', 'directory');
  expect(body.people).toContainEqual({ userId: 'ben', name: 'Name of ben' });
  expect(body.groups).toContainEqual({ groupId: 'buyers', names: { en: 'buyers' } });
});

it('forms are found by their ids, with their titles', async () => {
  const { body } = await server.ask('boss', 'POST', '/v2/loopwright/forms/search', { filter: { isLatestVersion: true }, sort: [{ field: 'formId' }] });
  expect(body.items).toMatchObject([{ formId: 'purchase-approval', title: 'Purchase approval' }, { formId: 'purchase-request', version: 1 }]);
});
