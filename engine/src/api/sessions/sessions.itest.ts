import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/api-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({
    accounts: [{ id: 'lin', groups: ['qa'], roles: ['approver'] }, { id: 'wang', roles: ['approver'] }, { id: 'zhao' }],
    roles: [{ id: 'approver', names: { en: 'Approver', 'zh-CN': '审批人' }, rules: [{ may: 'read', on: 'user task', when: { candidateGroups: 'my.groups' } }] }],
  });
});
afterAll(() => server.stop());

async function signIn(userId: string, password: string) {
  const reply = await server.ask(null, 'POST', '/v2/loopwright/session', { userId, password });
  return { ...reply, cookie: reply.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

describe('a session', () => {
  it('begins with name and password, and says who one is and what one may do', async () => {
    const { status, body, headers } = await signIn('lin', 'lin');
    expect(status).toBe(200);
    expect(body).toMatchObject({ userId: 'lin', name: 'Name of lin', tenantId: server.tenantId, groups: ['qa'], roles: [{ id: 'approver', names: { en: 'Approver' } }], csrfToken: expect.any(String) });
    expect(body.abilities).toEqual([{ actions: ['read'], subjects: ['user task'], forbids: false, when: { candidateGroups: ['qa'] } }]);
    expect(headers.get('set-cookie')).toMatch(/^loopwright-session=.*HttpOnly; SameSite=Strict/);
  });

  it('is found again by its cookie, and ends', async () => {
    const { cookie, body } = await signIn('lin', 'lin');
    expect((await server.ask(null, 'GET', '/v2/loopwright/session', undefined, { cookie })).body.userId).toBe('lin');
    const signOut = () => server.ask(null, 'DELETE', '/v2/loopwright/session', undefined, { cookie, 'x-csrf-token': body.csrfToken });
    expect((await signOut()).status).toBe(204);
    expect((await server.ask(null, 'GET', '/v2/loopwright/session', undefined, { cookie })).status).toBe(401);
    expect((await signOut()).status).toBe(401);
  });

  it('changes nothing for a page that does not know its token', async () => {
    const { cookie, body } = await signIn('lin', 'lin');
    const change = (headers: Record<string, string>) => server.ask(null, 'PATCH', '/v2/loopwright/session', { language: 'zh-CN' }, { cookie, ...headers });
    expect(await change({})).toMatchObject({ status: 403, body: { code: 'foreign-origin' } });
    expect((await change({ 'x-csrf-token': 'x' })).status).toBe(403);
    expect(await change({ 'x-csrf-token': body.csrfToken })).toMatchObject({ status: 200, body: { language: 'zh-CN' } });
    expect((await server.ask(null, 'GET', '/v2/loopwright/session', undefined, { cookie })).body.language).toBe('zh-CN');
  });

  it('refuses a time zone that is none', async () => {
    expect(await server.ask('lin', 'PATCH', '/v2/loopwright/session', { timeZone: 'Mars/Olympus' })).toMatchObject({ status: 400, body: { errors: [{ path: '/timeZone' }] } });
    expect((await server.ask('lin', 'PATCH', '/v2/loopwright/session', { timeZone: 'Asia/Shanghai' })).body.timeZone).toBe('Asia/Shanghai');
  });

  it('is not given for a wrong password, a wrong name or no account, and says the same of each', async () => {
    const replies = await Promise.all([signIn('lin', 'x'), signIn('nobody', 'x'), signIn('nowhere/lin', 'lin')]);
    for (const { status, body } of replies) expect([status, body.code]).toEqual([401, 'sign-in-failed']);
  });

  it('names the tenant before a slash', async () => {
    expect((await signIn(`${server.otherTenantId}/stranger`, 'stranger')).body.tenantId).toBe(server.otherTenantId);
  });
});

describe('HTTP Basic', () => {
  it('is taken where it is configured', async () => {
    expect(await server.ask('lin', 'GET', '/v2/authentication/me')).toMatchObject({ status: 200, body: { username: 'lin', groups: ['qa'], roles: ['approver'], canLogout: false } });
  });

  it('does not lock out who sends many right requests at once', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => server.ask('zhao', 'GET', '/v2/authentication/me')));
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
  });
});

describe('five failures', () => {
  it('lock the account, also for the right password, and for what was verified before', async () => {
    const basic = (password: string) => server.ask(null, 'GET', '/v2/authentication/me', undefined, { authorization: `Basic ${Buffer.from(`wang:${password}`).toString('base64')}` });
    expect((await basic('wang')).status).toBe(200);
    for (let i = 0; i < 5; i++) expect((await basic(`wrong ${i}`)).status).toBe(401);
    expect((await basic('wang')).status).toBe(401);
    expect(await signIn('wang', 'wang')).toMatchObject({ status: 401 });
    const { body } = await server.ask(`${server.otherTenantId}/stranger`, 'POST', '/v2/audit-logs/search', {});
    expect(JSON.stringify(body)).not.toContain('wang');
  });
});

describe('nobody', () => {
  it('gets nothing but what is open', async () => {
    expect(await server.ask(null, 'GET', '/v2/topology')).toMatchObject({ status: 401, body: { code: 'not-signed-in', type: 'urn:loopwright:problem:not-signed-in', instance: '/v2/topology' } });
    expect((await server.ask(null, 'POST', '/v2/user-tasks/search', {})).status).toBe(401);
    expect((await server.ask(null, 'GET', '/v2/loopwright/welcome')).body).toEqual({ productName: 'Loopwright', languages: ['en', 'zh-CN'], demoAccounts: [] });
    expect((await server.ask(null, 'GET', '/health/live')).body).toEqual({ status: 'up', checks: {} });
  });
});

describe('why somebody may or may not', () => {
  it('is told of oneself', async () => {
    expect((await server.ask('lin', 'GET', '/v2/loopwright/access-explanations?action=deploy&subject=deployment')).body).toMatchObject({ allowed: false, because: expect.stringContaining('No role') });
    expect((await server.ask('lin', 'GET', '/v2/loopwright/access-explanations?action=read&subject=user%20task')).body.allowed).toBe(true);
  });

  it('is told of others to who reads the audit trail only', async () => {
    const path = '/v2/loopwright/access-explanations?action=read&subject=user%20task&userId=zhao';
    expect((await server.ask('lin', 'GET', path)).status).toBe(403);
  });
});
