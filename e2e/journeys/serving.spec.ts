import { expect, test } from '../fixtures/journey.ts';

test('says that it runs and that PostgreSQL and Temporal answer', async ({ request }) => {
  expect((await request.get('/health/live')).status()).toBe(200);
  const ready = await request.get('/health/ready');
  expect(await ready.json()).toMatchObject({ status: 'up' });
  expect((await request.get('/v2/status')).status()).toBe(204);
});

test('describes its interface', async ({ request }) => {
  const document = await (await request.get('/v2/openapi.json')).json();
  expect(Object.keys(document.paths)).toContain('/v2/deployments');
});

test('tells nobody anything who has not signed in', async ({ request }) => {
  for (const path of ['/v2/topology', '/v2/authentication/me', '/v2/loopwright/session']) expect((await request.get(path)).status(), path).toBe(401);
});
