import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/api-server.ts';
import { cuttableWire, type CuttableWire } from '../../../test/cuttable-wire.ts';
import { drawing, purchase } from '../../../test/drawings.ts';

let server: TestServer;
let database: CuttableWire;
let temporal: CuttableWire;

beforeAll(async () => {
  const url = new URL(inject('databaseUrl'));
  database = await cuttableWire(url.host);
  temporal = await cuttableWire(inject('temporalAddress'));
  server = await startTestServer({
    engine: true, accounts: [{ id: 'boss', roles: ['admin'], groups: ['buyers'] }],
    databaseUrl: Object.assign(url, { host: database.address }).href, temporalAddress: temporal.address,
  });
  await server.deploy('boss', { ...purchase, 'stock.bpmn': drawing('stock.bpmn') });
}, 60_000);
afterAll(async () => {
  await server.stop();
  await Promise.all([database.close(), temporal.close()]);
});

const ready = () => server.ask(null, 'GET', '/health/ready').then(({ status }) => status);
const start = (headers?: Record<string, string>) => server.ask('boss', 'POST', '/v2/process-instances', { processDefinitionId: 'purchase', variables: { title: 'Durable', amount: 1 } }, headers);
const instances = async () => (await server.ask('boss', 'POST', '/v2/process-instances/search', { filter: { processDefinitionId: 'purchase' } })).body.page.totalItems as number;

describe('while PostgreSQL is gone', () => {
  it('every request is answered with 503 and when to ask again, and all is well when it is back', async () => {
    expect(await ready()).toBe(200);
    database.cut();
    for (const [method, path, body] of [['GET', '/v2/topology'], ['POST', '/v2/user-tasks/search', {}], ['POST', '/v2/process-instances', { processDefinitionId: 'purchase' }], ['POST', '/v2/loopwright/session', { userId: 'boss', password: 'boss' }]] as const) {
      const { status, body: problem, headers } = await server.ask(path.endsWith('session') ? null : 'boss', method, path, body);
      expect([status, problem.code, headers.get('retry-after')], path).toEqual([503, 'unavailable', '5']);
    }
    expect(await ready()).toBe(503);
    expect((await server.ask(null, 'GET', '/health/live')).status).toBe(200);
    await database.mend();
    await expect.poll(ready, { timeout: 15_000 }).toBe(200);
    expect((await start()).status).toBe(200);
  }, 60_000);
});

describe('while Temporal is gone', () => {
  it('reads go on, a start is answered with 503, and is done once when it is back', async () => {
    const before = await instances();
    temporal.cut();
    expect((await server.ask('boss', 'POST', '/v2/user-tasks/search', {})).status).toBe(200);
    const key = { 'idempotency-key': 'during-outage' };
    const refused = await start(key);
    expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([503, 'unavailable', '5']);
    expect(await ready()).toBe(503);
    await temporal.mend();
    await expect.poll(ready, { timeout: 30_000 }).toBe(200);
    const { processInstanceKey } = await expect.poll(async () => (await start(key)).body, { timeout: 30_000 }).toHaveProperty('processInstanceKey').then(async () => (await start(key)).body);
    expect(await instances()).toBe(before + 1);
    await expect.poll(async () => (await server.ask('boss', 'POST', '/v2/user-tasks/search', { filter: { processInstanceKey } })).body.items, { timeout: 20_000 }).toHaveLength(1);
  }, 120_000);
});
