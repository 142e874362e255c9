import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/api-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({
    accounts: [{ id: 'boss', roles: ['admin'] }, { id: 'lin' }],
    roles: [{ id: 'worker', rules: [{ may: ['read', 'work'], on: 'job' }] }],
  });
});
afterAll(() => server.stop());

const path = '/v2/loopwright/api-tokens';
const make = (as: string, more: object = {}) => server.ask(as, 'POST', path, { clientId: 'stock-worker', name: 'Stock worker in SZ', roles: ['worker'], ...more });
const asClient = (token: string, method = 'GET', to = '/v2/authentication/me', body?: unknown) => server.ask(null, method, to, body, { authorization: `Bearer ${token}` });

it('a machine asks by its token, in the name of its client and with its roles', async () => {
  const { status, body } = await make('boss');
  expect([status, body.createdBy, body.roles]).toEqual([201, 'boss', ['worker']]);
  expect((await asClient(body.token)).body).toMatchObject({ username: 'stock-worker', displayName: 'Stock worker in SZ', roles: ['worker'], canLogout: false });
  expect((await asClient(body.token, 'POST', '/v2/jobs/search', {})).status).toBe(200);
  expect((await asClient(body.token, 'POST', '/v2/process-instances', { processDefinitionId: 'x' })).status).toBe(404);
  expect((await asClient(body.token, 'PUT', '/v2/clock', { timestamp: 1 })).status).toBe(403);
});

it('a token is told once, and is worth nothing once revoked or expired', async () => {
  const { body } = await make('boss');
  const listed = (await server.ask('boss', 'GET', path)).body.items;
  expect(listed).toContainEqual(expect.objectContaining({ tokenId: body.tokenId, clientId: 'stock-worker', revokedAt: null }));
  expect(JSON.stringify(listed)).not.toContain(body.token.split('.')[1]);
  const revoke = () => server.ask('boss', 'DELETE', `${path}/${body.tokenId}`);
  expect([(await revoke()).status, (await revoke()).status, (await asClient(body.token)).status]).toEqual([204, 404, 401]);
  const expired = await make('boss', { expiresAt: '2020-01-01T00:00:00Z' });
  expect((await asClient(expired.body.token)).status).toBe(401);
});

it('tokens are made by those who may, for roles that there are, and never by a token', async () => {
  expect((await make('lin')).status).toBe(403);
  expect((await server.ask('lin', 'GET', path)).status).toBe(403);
  expect(await make('boss', { roles: ['none'] })).toMatchObject({ status: 400, body: { errors: [{ path: '/roles/0' }] } });
  const { body } = await make('boss', { clientId: 'deputy', roles: ['admin'] });
  expect((await asClient(body.token, 'POST', path, { clientId: 'x', name: 'x', roles: ['admin'] })).status).toBe(403);
  expect((await asClient('nonsense')).status).toBe(401);
  expect((await asClient(`${Buffer.from(server.otherTenantId).toString('base64url')}.${body.token.split('.')[1]}`)).status).toBe(401);
});

it('who made and revoked a token stands in the audit trail', async () => {
  const { items } = (await server.ask('boss', 'POST', '/v2/audit-logs/search', { filter: { entityType: 'CLIENT' } })).body;
  expect(items.map(({ operationType, actorId }: { operationType: string; actorId: string }) => `${operationType} ${actorId}`)).toEqual(expect.arrayContaining(['CREATE boss', 'DELETE boss']));
  expect(JSON.stringify(items)).not.toMatch(/tokenHash|"token"/);
});
