import { request, type APIRequestContext } from '@playwright/test';
import { expect, test } from '../fixtures/journey.ts';
import { newHome, removeHome, startProduct } from '../product.js';

test.describe.configure({ timeout: 300_000 });

let home: string;
test.beforeEach(() => {
  home = newHome();
});
test.afterEach(() => removeHome(home));

test('after every process was killed, the next start goes on where each instance was', async () => {
  const first = await startProduct(home);
  const before = await as('admin', first.address);
  const started = await before.post('/v2/process-instances', { data: { processDefinitionId: 'supplier-notice', variables: { noticeId: 'N-7', notice: 'Grade A ends in June.', supplier: { name: 'Polymer AG', email: 'quality@example.com' } } } });
  expect(started.status(), await started.text()).toBe(200);
  const { processInstanceKey } = await started.json();
  await first.kill();

  const second = await startProduct(home);
  const after = await as('admin', second.address);
  const instance = await after.get(`/v2/process-instances/${processInstanceKey}`);
  expect(await instance.json()).toMatchObject({ state: 'ACTIVE', processDefinitionId: 'supplier-notice' });
  const worker = await as('worker', second.address);
  const activated = await worker.post('/v2/jobs/activation', { data: { type: 'send-supplier-notice', worker: 'e2e', timeout: 60_000, maxJobsToActivate: 5 } });
  const { jobs } = await activated.json();
  expect(jobs.map((job: { processInstanceKey: string }) => job.processInstanceKey)).toEqual([processInstanceKey]);
  expect((await worker.post(`/v2/jobs/${jobs[0].jobKey}/completion`, { data: { variables: { sentAt: '2026-03-02T02:00:00Z' } } })).status()).toBe(204);
  expect((await after.post('/v2/messages/correlation', { data: { name: 'supplier.notice.acknowledged', correlationKey: 'N-7' } })).status()).toBe(200);
  expect(await (await after.get(`/v2/process-instances/${processInstanceKey}`)).json()).toMatchObject({ state: 'COMPLETED', hasIncident: false });
  expect(await second.stop()).toBe(0);
});

test('a second copy is told who holds the home; stopping leaves nothing behind', async () => {
  const product = await startProduct(home);
  await expect(startProduct(home)).rejects.toThrow('already runs from');
  expect(await product.stop()).toBe(0);
  await expect(fetch(`${product.address}/health/live`)).rejects.toThrow('fetch failed');
});

async function as(userId: string, address: string): Promise<APIRequestContext> {
  return request.newContext({ baseURL: address, extraHTTPHeaders: { authorization: `Basic ${Buffer.from(`${userId}:${userId}`).toString('base64')}` } });
}
