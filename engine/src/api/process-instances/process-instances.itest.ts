import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/api-server.ts';
import { drawing } from '../../../test/drawings.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({
    engine: true,
    accounts: [{ id: 'boss', roles: ['admin'] }, { id: 'sender', roles: ['sender'] }, { id: 'reader', roles: ['reader'] }],
    roles: [
      { id: 'reader', rules: [{ may: 'read', on: 'all' }] },
      { id: 'sender', rules: [{ may: 'publish', on: 'message', when: { messageName: 'document withdrawn' } }, { may: 'read', on: 'process instance' }] },
    ],
  });
  const { status, body } = await server.deploy('boss', { 'review.bpmn': drawing('review.bpmn'), 'stock.bpmn': drawing('stock.bpmn') });
  expect(status, JSON.stringify(body)).toBe(200);
});
afterAll(() => server.stop());

const ask = (method: string, path: string, body?: unknown, as = 'boss') => server.ask(as, method, `/v2/${path}`, body);
const start = async (document: string) => (await ask('POST', 'process-instances', { processDefinitionId: 'review', variables: { document, deep: { list: [1, null] } } })).body.processInstanceKey as string;
const items = async (noun: string, filter: object) => (await ask('POST', `${noun}/search`, { filter })).body.items;
const taskOf = async (processInstanceKey: string) => (await items('user-tasks', { processInstanceKey, state: 'CREATED' }))[0];
const stranger = () => `${server.otherTenantId}/stranger`;

describe('a variable', () => {
  it('is set where its name is defined, or in the scope that is named', async () => {
    const key = await start('D-1');
    const { elementInstanceKey } = await taskOf(key);
    const put = (body: object, as?: string) => ask('PUT', `element-instances/${elementInstanceKey}/variables`, body, as);
    expect((await put({ variables: { document: 'D-2', note: null } })).status).toBe(204);
    expect((await put({ variables: { mark: 'here' }, local: true })).status).toBe(204);
    const found = await items('variables', { processInstanceKey: key, name: { $in: ['document', 'mark', 'note'] } });
    expect(found.map(({ name, value, scopeKey }: { name: string; value: string; scopeKey: string }) => [name, value, scopeKey === key]).sort()).toEqual([['document', '"D-2"', true], ['mark', '"here"', false], ['note', 'null', true]]);
    expect([(await put({ variables: {} }, 'reader')).status, (await put({ variables: {} }, stranger())).status, (await put({}, 'boss')).status]).toEqual([403, 404, 400]);
    expect((await ask('PUT', `element-instances/${key}/variables`, { variables: { top: true } })).status).toBe(204);
  });

  it('is cut off in a list unless all of it is asked for', async () => {
    const key = await start('x'.repeat(9000));
    const filter = { processInstanceKey: key, name: 'document' };
    const [cut] = await items('variables', filter);
    expect([cut.value.length, cut.isTruncated]).toEqual([8191, true]);
    const [whole] = (await ask('POST', 'variables/search?truncateValues=false', { filter })).body.items;
    expect([whole.value.length, whole.isTruncated]).toEqual([9002, false]);
    expect((await ask('GET', `variables/${cut.variableKey}`)).body.value).toHaveLength(9002);
    expect((await ask('GET', `variables/${cut.variableKey}`, undefined, stranger())).status).toBe(404);
    expect((await ask('POST', 'variables/search?truncate=false', {})).status).toBe(400);
  });
});

describe('a FEEL error', () => {
  it('is an incident that names the expression, and is resolved once its cause is gone', async () => {
    const key = await start('D-3');
    await ask('POST', `user-tasks/${(await taskOf(key)).userTaskKey}/completion`, { variables: { stars: 'many' } });
    const [incident] = await items('incidents', { processInstanceKey: key, state: 'ACTIVE' });
    expect(incident).toMatchObject({ elementId: 'Enough', errorMessage: expect.stringContaining('stars < 3') });
    expect((await ask('GET', `process-instances/${key}`)).body.hasIncident).toBe(true);
    expect((await ask('POST', `process-instances/${key}/incidents/search`, {})).body.items).toHaveLength(1);
    const resolve = (as?: string) => ask('POST', `incidents/${incident.incidentKey}/resolution`, {}, as);
    expect([(await resolve('reader')).status, (await resolve(stranger())).status]).toEqual([403, 404]);
    await ask('PUT', `element-instances/${key}/variables`, { variables: { stars: 5 } });
    expect((await resolve()).status).toBe(204);
    expect((await ask('GET', `process-instances/${key}`)).body).toMatchObject({ state: 'COMPLETED', hasIncident: false });
    expect((await resolve()).status).toBe(409);
  });
});

describe('a message', () => {
  it('is shown to who may send it, and ends what waits for it', async () => {
    const key = await start('D-4');
    const page = async (as: string) => (await ask('GET', `loopwright/instance-pages/${key}`, undefined, as)).body.messages;
    expect(await page('sender')).toEqual([{ messageName: 'document withdrawn', correlationKey: 'D-4', elementId: 'Withdrawn', names: { default: 'Document withdrawn' } }]);
    expect(await page('reader')).toEqual([]);
    const correlate = (body: object, as = 'sender') => ask('POST', 'messages/correlation', body, as);
    expect(await correlate({ name: 'document withdrawn', correlationKey: 'D-9' })).toMatchObject({ status: 404, body: { detail: expect.stringContaining('D-9') } });
    expect((await correlate({ name: 'other', correlationKey: 'D-4' })).status).toBe(403);
    expect((await correlate({ name: 'document withdrawn', correlationKey: 'D-4' })).body).toMatchObject({ processInstanceKey: key, tenantId: server.tenantId });
    expect((await ask('GET', `process-instances/${key}`)).body.state).toBe('COMPLETED');
  });

  it('waits while it lives, and is published once for its id', async () => {
    const publish = (messageId: string) => ask('POST', 'messages/publication', { name: 'document withdrawn', correlationKey: 'D-5', timeToLive: 60_000, messageId });
    expect([(await publish('m-1')).status, (await publish('m-1')).status]).toEqual([200, 409]);
    const key = await start('D-5');
    await expect.poll(async () => (await ask('GET', `process-instances/${key}`)).body.state, { timeout: 15_000 }).toBe('COMPLETED');
  });

  it('starts an instance', async () => {
    await ask('POST', 'messages/publication', { name: 'document received', correlationKey: '', variables: { document: 'D-6' } });
    const found = () => items('process-instances', { processDefinitionId: 'review', variables: [{ name: 'document', value: '"D-6"' }] });
    await expect.poll(found, { timeout: 15_000 }).toHaveLength(1);
    expect((await ask('POST', 'messages/publication', { name: '' })).status).toBe(400);
  });
});

describe('process instances', () => {
  it('are found by their state, variables, elements and incidents, alone or as alternatives', async () => {
    const key = await start('D-7');
    const found = async (filter: object) => (await items('process-instances', { processInstanceKey: key, ...filter })).length;
    expect(await found({ state: 'ACTIVE', hasIncident: false, processDefinitionName: { $like: 'Rev*' }, startedBy: 'boss', startDate: { $gt: '2020-01-01T00:00:00Z' } })).toBe(1);
    expect(await found({ elementId: 'Review', elementInstanceState: 'ACTIVE' })).toBe(1);
    expect(await found({ elementId: 'Review2' })).toBe(0);
    expect(await found({ variables: [{ name: 'document', value: { $in: ['"D-7"', '"D-8"'] } }] })).toBe(1);
    expect(await found({ $or: [{ state: 'COMPLETED' }, { variables: [{ name: 'document', value: '"D-7"' }] }] })).toBe(1);
    expect(await found({ $or: [{ state: 'COMPLETED' }, { businessId: 'none' }] })).toBe(0);
    expect(await found({ parentProcessInstanceKey: { $exists: true } })).toBe(0);
  });

  it('of another tenant are not there, whatever one wants with them', async () => {
    const key = await start('D-8');
    const elementInstanceKey = (await taskOf(key)).elementInstanceKey;
    const requests: [string, string, unknown?][] = [
      ['GET', `process-instances/${key}`], ['POST', `process-instances/${key}/cancellation`, {}], ['GET', `process-instances/${key}/call-hierarchy`], ['GET', `process-instances/${key}/sequence-flows`],
      ['GET', `process-instances/${key}/statistics/element-instances`], ['POST', `process-instances/${key}/incidents/search`, {}], ['GET', `element-instances/${elementInstanceKey}`],
      ['POST', `element-instances/${elementInstanceKey}/incidents/search`, {}], ['GET', `loopwright/instance-pages/${key}`],
    ];
    for (const [method, path, body] of requests) expect((await ask(method, path, body, stranger())).status, path).toBe(404);
    for (const noun of ['process-instances', 'element-instances', 'variables', 'user-tasks']) expect((await ask('POST', `${noun}/search`, { filter: { processInstanceKey: key } }, stranger())).body.items, noun).toEqual([]);
  });
});

describe('a job', () => {
  it('is given to one worker at a time, and to whom no rule allows, not at all', async () => {
    await ask('POST', 'process-instances', { processDefinitionId: 'stock-check' });
    const activate = (as?: string) => ask('POST', 'jobs/activation', { type: 'count-stock', timeout: 60_000, maxJobsToActivate: 5, requestTimeout: -1 }, as);
    const taken = (await Promise.all([activate(), activate(), activate()])).flatMap(({ body }) => body.jobs);
    expect(taken).toHaveLength(1);
    const { jobKey } = taken[0];
    expect([(await activate('reader')).status, (await ask('POST', `jobs/${jobKey}/completion`, {}, 'reader')).status, (await ask('POST', `jobs/${jobKey}/completion`, {}, stranger())).status]).toEqual([403, 403, 404]);
    expect((await ask('PATCH', `jobs/${jobKey}`, { changeset: { timeout: 1 } })).status).toBe(204);
    await expect.poll(async () => (await activate()).body.jobs.length).toBe(1);
    expect((await ask('PATCH', `jobs/${jobKey}`, { changeset: {} })).status).toBe(400);
    expect((await ask('POST', `jobs/${jobKey}/completion`, { result: { type: 'userTask', denied: true } })).status).toBe(501);
    expect([(await ask('POST', `jobs/${jobKey}/completion`, {})).status, (await ask('POST', `jobs/${jobKey}/completion`, {})).status]).toEqual([204, 409]);
  });

  it('is waited for, and comes as soon as it is there', async () => {
    const waiting = ask('POST', 'jobs/activation', { type: 'count-stock', timeout: 60_000, maxJobsToActivate: 1, requestTimeout: 20_000 });
    await ask('POST', 'process-instances', { processDefinitionId: 'stock-check' });
    expect((await waiting).body.jobs).toHaveLength(1);
    expect((await ask('POST', 'jobs/activation', { type: 'count-stock', timeout: 60_000, maxJobsToActivate: 1, requestTimeout: 200 })).body.jobs).toEqual([]);
  });
});

it('only a test tenant has a clock that can be set', async () => {
  expect(await ask('PUT', 'clock', { timestamp: 1 })).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  expect((await ask('PUT', 'clock', { timestamp: 1 }, 'reader')).status).toBe(403);
});
