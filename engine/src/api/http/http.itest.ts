import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/api-server.ts';
import { operationsNotDone } from '../../contract/index.ts';
import { drawing } from '../../../test/drawings.ts';

let server: TestServer;

beforeAll(async () => {
  const designerFolder = mkdtempSync(join(tmpdir(), 'designer-'));
  mkdirSync(join(designerFolder, 'assets'));
  writeFileSync(join(designerFolder, 'index.html'), '<!doctype html><title>Loopwright</title>');
  writeFileSync(join(designerFolder, 'assets', 'app-1a2b.js'), `export const text = '${'x'.repeat(5000)}';`);
  writeFileSync(join(designerFolder, '..', 'secret.txt'), 'secret');
  server = await startTestServer({ designerFolder, accounts: [{ id: 'boss', roles: ['admin'] }, { id: 'nobody' }] });
  await server.deploy('boss', { 'stock.bpmn': drawing('stock.bpmn') });
});
afterAll(() => server.stop());

const search = (body: unknown, path = '/v2/process-definitions/search') => server.ask('boss', 'POST', path, body);

/** Headers that fetch would not send. */
function rawStatus(headers: Record<string, string>): Promise<number | undefined> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => request({ hostname, port, path: '/health/live', headers }, (reply) => resolve(reply.resume().statusCode)).on('error', reject).end());
}

describe('a faulty request', () => {
  it.each([
    ['an unknown filter', { filter: { nmae: 'x' } }, '/filter/nmae', 'is not known here'],
    ['a sort field that is none', { sort: [{ field: 'colour' }] }, '/sort/0/field', 'must be one of "processDefinitionKey"'],
    ['a limit of nothing', { page: { limit: 0 } }, '/page/limit', 'must be at least 1'],
    ['too much', { page: { limit: 10_001 } }, '/page/limit', 'must be at most 10000'],
    ['two beginnings', { page: { from: 1, after: 'AAAA' } }, '/page', 'only one of'],
    ['a number for a text', { filter: { name: 3 } }, '/filter/name', 'must be a text, or must be an object'],
    ['an operator that is none', { filter: { name: { $near: 'x' } } }, '/filter/name/$near', 'is not known here'],
    ['a null operator', { filter: { name: { $eq: null } } }, '/filter/name/$eq', 'must be a text'],
    ['a key that is none', { filter: { processDefinitionKey: 'x1' } }, '/filter/processDefinitionKey', 'must be a key'],
    ['a list', [], '', 'must be an object'],
  ])('with %s is told where and what', async (_, body, path, message) => {
    const { status, body: problem, headers } = await search(body);
    expect([status, problem.code, headers.get('content-type')]).toEqual([400, 'invalid-request', 'application/problem+json; charset=utf-8']);
    expect(problem.errors).toEqual([expect.objectContaining({ path, message: expect.stringContaining(message) })]);
  });

  it('that is no JSON, or another kind, or too large, is refused', async () => {
    expect(await search('{"filter":')).toMatchObject({ status: 400, body: { detail: 'The body is not valid JSON.' } });
    expect((await server.ask('boss', 'POST', '/v2/process-definitions/search', 'x', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await search(`{"filter":"${'x'.repeat(11 * 1024 * 1024)}"}`)).status).toBe(413);
    expect((await search('{"__proto__":{"a":1}}')).status).toBe(400);
  });

  it('to nowhere is not found', async () => {
    expect(await server.ask('boss', 'GET', '/v2/nothing')).toMatchObject({ status: 404, body: { code: 'not-found', instance: '/v2/nothing' } });
    expect((await server.ask('boss', 'PUT', '/v2/topology')).status).toBe(404);
  });

  it('with a key that no key can be is not found, one that is no number is invalid', async () => {
    expect((await server.ask('boss', 'GET', '/v2/process-definitions/99999999999999999999999')).status).toBe(404);
    expect((await server.ask('boss', 'GET', '/v2/process-definitions/123')).status).toBe(404);
    expect((await server.ask('boss', 'GET', '/v2/process-definitions/abc')).status).toBe(400);
  });

  it('for an operation that is not done is told its name', async () => {
    const [id, method, path] = operationsNotDone.find(([one]) => one === 'migrateProcessInstance') ?? [];
    expect(await server.ask('boss', method ?? '', (path ?? '').replaceAll(/\{\w+\}/g, '1'))).toMatchObject({ status: 501, body: { code: 'not-implemented', detail: expect.stringContaining(id ?? '') } });
  });
});

describe('a search', () => {
  it('takes plain values and operators, and nulls for what is left out', async () => {
    const totals = async (filter: unknown) => (await search({ filter, sort: null })).body.page.totalItems;
    expect(await totals({ processDefinitionId: 'stock-check' })).toBe(1);
    expect(await totals({ processDefinitionId: { $eq: 'stock-check' }, name: { $like: 'Stock*' } })).toBe(1);
    expect(await totals({ processDefinitionId: { $in: ['stock-check', 'x'] }, name: { $neq: 'x', $exists: true } })).toBe(1);
    expect(await totals({ processDefinitionId: { $notIn: ['stock-check'] } })).toBe(0);
    expect(await totals({ name: { $like: 'stock*' } })).toBe(0);
    expect(await totals({ isLatestVersion: true, version: 1, versionTag: null })).toBe(1);
    expect(await totals({ tenantId: '<default>' })).toBe(1);
    expect(await totals({ tenantId: server.otherTenantId })).toBe(0);
  });

  it('needs no body', async () => {
    expect((await server.ask('boss', 'POST', '/v2/process-definitions/search')).body.items).toHaveLength(1);
  });

  it('gives pages forth and back', async () => {
    await server.deploy('boss', { 'b.bpmn': drawing('stock.bpmn').replaceAll('stock-check', 'b'), 'c.bpmn': drawing('stock.bpmn').replaceAll('stock-check', 'c') });
    const sort = [{ field: 'processDefinitionId', order: 'DESC' }];
    const ids = (body: { items: { processDefinitionId: string }[] }) => body.items.map(({ processDefinitionId }) => processDefinitionId);
    const first = (await search({ sort, page: { limit: 2 } })).body;
    expect([ids(first), first.page.totalItems, first.page.hasMoreTotalItems]).toEqual([['stock-check', 'c'], 3, false]);
    const second = (await search({ sort, page: { limit: 2, after: first.page.endCursor } })).body;
    expect(ids(second)).toEqual(['b']);
    expect(ids((await search({ sort, page: { limit: 2, before: second.page.startCursor } })).body)).toEqual(['stock-check', 'c']);
    expect(ids((await search({ sort, page: { from: 1, limit: 1 } })).body)).toEqual(['c']);
    expect((await search({ page: { after: first.page.endCursor } })).body.errors[0].path).toBe('/page');
  });

  it('shows nothing to whom no rule allows to read', async () => {
    for (const noun of ['process-definitions', 'process-instances', 'user-tasks', 'variables', 'incidents', 'jobs', 'audit-logs', 'decision-definitions', 'decision-requirements', 'decision-instances', 'element-instances']) {
      expect((await server.ask('nobody', 'POST', `/v2/${noun}/search`, {})).body, noun).toEqual({ items: [], page: { totalItems: 0, hasMoreTotalItems: false, startCursor: null, endCursor: null } });
    }
  });
});

describe('the server', () => {
  it('answers to its own names only, and not to pages of other sites', async () => {
    const { port } = new URL(server.address);
    expect(await rawStatus({ host: `localhost:${port}` })).toBe(200);
    expect(await rawStatus({ host: 'evil.example' })).toBe(421);
    expect(await rawStatus({ host: `localhost:${port}`, origin: 'https://evil.example' })).toBe(403);
    expect(await rawStatus({ host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(200);
  });

  it('describes itself, and serves the page for it under a strict policy', async () => {
    const { body } = await server.ask(null, 'GET', '/v2/openapi.json');
    expect([body.openapi, Object.keys(body.paths).length > 60]).toEqual(['3.1.0', true]);
    const page = await server.ask(null, 'GET', '/v2/docs/');
    expect(page.body).toContain('swagger-ui-bundle.js');
    expect(page.body).not.toMatch(/<script>|onload=/);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect((await server.ask(null, 'GET', '/v2/docs/swagger-ui-bundle.js')).status).toBe(200);
    expect((await server.ask(null, 'GET', '/v2/docs/package.json')).status).toBe(404);
  });

  it('serves the designer, its pages by their addresses, and nothing beside it', async () => {
    const asset = await server.ask(null, 'GET', '/assets/app-1a2b.js', undefined, { 'accept-encoding': 'br' });
    expect([asset.status, asset.headers.get('cache-control'), asset.headers.get('content-encoding'), asset.headers.get('content-type')]).toEqual([200, 'public, max-age=31536000, immutable', 'br', 'text/javascript; charset=utf-8']);
    const page = await server.ask(null, 'GET', '/tasks/123');
    expect([page.status, page.headers.get('cache-control'), page.body]).toEqual([200, 'no-cache', expect.stringContaining('Loopwright')]);
    expect((await server.ask(null, 'GET', '/', undefined, { 'if-none-match': page.headers.get('etag') ?? '' })).status).toBe(304);
    expect((await server.ask(null, 'GET', '/assets/gone.js')).status).toBe(404);
    expect((await server.ask(null, 'GET', '/..%2fsecret.txt')).body).not.toContain('secret');
  });

  it('refuses to serve demo accounts beyond this machine', async () => {
    const { startApi } = await import('../index.ts');
    await expect(startApi({ demo: true, host: '0.0.0.0' } as never)).rejects.toThrow('on this machine only');
  });

  it('is not ready while Temporal does not answer', async () => {
    const { status, body, headers } = await server.ask(null, 'GET', '/health/ready');
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'unavailable', '5']);
    expect((await server.ask(null, 'GET', '/v2/status')).status).toBe(503);
  });

  it('leaves out nulls below the prefix of the older API', async () => {
    const { body } = await server.ask('boss', 'POST', '/8.8/v2/process-definitions/search', {});
    expect(Object.keys(body.items[0])).not.toContain('versionTag');
    expect(Object.keys((await search({})).body.items[0])).toContain('versionTag');
  });
});
