import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/api-server.ts';
import { drawing, purchase } from '../../../test/drawings.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ accounts: [{ id: 'boss', roles: ['admin'] }, { id: 'reader', roles: ['reader'] }], roles: [{ id: 'reader', rules: [{ may: 'read', on: 'all' }] }] });
});
afterAll(() => server.stop());

const definitions = async () => (await server.ask('boss', 'POST', '/v2/process-definitions/search', {})).body.page.totalItems as number;

describe('a deployment', () => {
  it('answers in Camunda’s shape, with what was found', async () => {
    const { status, body } = await server.deploy('boss', purchase);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({ deploymentKey: expect.stringMatching(/^\d+$/), tenantId: server.tenantId, findings: expect.any(Array) });
    const kinds = body.deployments.map((one: Record<string, unknown>) => Object.keys(one).filter((name) => one[name] !== null)).flat();
    expect(kinds.sort()).toEqual(['decisionDefinition', 'decisionRequirements', 'form', 'form', 'processDefinition']);
    expect(body.deployments.find((one: { processDefinition: unknown }) => one.processDefinition).processDefinition).toMatchObject({ processDefinitionId: 'purchase', processDefinitionVersion: 1, resourceName: 'purchase.bpmn' });
  });

  it('makes no new version of what is known, and one of what has changed', async () => {
    await server.deploy('boss', { 'stock.bpmn': drawing('stock.bpmn') });
    const again = await server.deploy('boss', { 'stock.bpmn': drawing('stock.bpmn') });
    expect(again.body.deployments[0].processDefinition.processDefinitionVersion).toBe(1);
    const changed = await server.deploy('boss', { 'stock.bpmn': drawing('stock.bpmn').replace('Stock check', 'Stock check, again') });
    expect(changed.body.deployments[0].processDefinition.processDefinitionVersion).toBe(2);
    expect(changed.body.deployments[0].processDefinition.processDefinitionKey).not.toBe(again.body.deployments[0].processDefinition.processDefinitionKey);
  });

  it('is done once for an idempotency key', async () => {
    const files = { 'once.bpmn': drawing('stock.bpmn').replaceAll('stock-check', 'once') };
    const key = { 'idempotency-key': 'deploy-once' };
    const [first, second] = [await server.deploy('boss', files, key), await server.deploy('boss', files, key)];
    expect(second.body).toEqual(first.body);
    expect(await server.deploy('boss', { 'once.bpmn': files['once.bpmn'].replace('Stock check', 'Other') }, key)).toMatchObject({ status: 409, body: { code: 'idempotency-conflict' } });
  });

  it('gives back what was deployed', async () => {
    const { body } = await server.deploy('boss', purchase);
    const { processDefinitionKey } = body.deployments.find((one: { processDefinition: unknown }) => one.processDefinition).processDefinition;
    const { decisionDefinitionKey } = body.deployments.find((one: { decisionDefinition: unknown }) => one.decisionDefinition).decisionDefinition;
    const xml = await server.ask('reader', 'GET', `/v2/process-definitions/${processDefinitionKey}/xml`);
    expect(xml.body).toBe(purchase['purchase.bpmn']);
    expect(xml.headers.get('content-type')).toMatch(/^text\/xml/);
    expect((await server.ask('reader', 'GET', `/v2/decision-definitions/${decisionDefinitionKey}/xml`)).body).toBe(purchase['purchase-approver.dmn']);
    expect((await server.ask('reader', 'GET', `/v2/process-definitions/${processDefinitionKey}/form`)).body).toMatchObject({ formId: 'purchase-request', version: 1, schema: purchase['purchase-request.form'] });
    expect((await server.ask('reader', 'GET', `/v2/process-definitions/${processDefinitionKey}`)).body).toMatchObject({ processDefinitionId: 'purchase', hasStartForm: true, state: 'ACTIVE' });
    expect((await server.ask('reader', 'GET', `/v2/resources/${processDefinitionKey}`)).body).toMatchObject({ resourceId: 'purchase', resourceName: 'purchase.bpmn' });
  });

  it('is refused to who may not', async () => {
    expect(await server.deploy('reader', purchase)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect((await server.ask('reader', 'POST', '/v2/deployments/lint', new FormData())).status).not.toBe(200);
  });
});

describe('bad input', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>`;
  const cases: [name: string, file: string, content: string | Uint8Array<ArrayBuffer>, expected: object][] = [
    ['broken XML', 'a.bpmn', '<definitions>\n<oops', { line: 2 }],
    ['an entity bomb', 'a.bpmn', bomb, { line: 1 }],
    ['no BPMN at all', 'a.bpmn', '<html/>', {}],
    ['nothing', 'a.bpmn', '', {}],
    ['an element that is not executed', 'a.bpmn', drawing('stock.bpmn').replace('<bpmn:endEvent id="Nothing">', '<bpmn:sendTask id="Other" /><bpmn:endEvent id="Nothing">'), {}],
    ['a broken decision', 'a.dmn', '<definitions', {}],
    ['a form that is no JSON', 'a.form', '{', {}],
    ['a form with a script', 'a.form', JSON.stringify({ id: 'f', display: 'form', components: [{ type: 'textfield', key: 'a', input: true, calculateValue: 'value = 1' }] }), {}],
    ['a file of another kind', 'a.exe', 'MZ', {}],
    ['a file that is not UTF-8', 'a.bpmn', new Uint8Array([0x3c, 0xff, 0xfe]), {}],
    ['a huge file', 'a.bpmn', `<a>${' '.repeat(10 * 1024 * 1024)}</a>`, {}],
  ];

  it.each(cases)('of %s is refused with the reason, and nothing is stored', async (_, file, content, expected) => {
    const before = await definitions();
    const { status, body } = await server.deploy('boss', { 'good.bpmn': drawing('stock.bpmn').replaceAll('stock-check', 'good'), [file]: content });
    expect([status, body.code], JSON.stringify(body)).toEqual([400, 'invalid-resource']);
    expect(body.errors[0]).toMatchObject({ path: file, message: expect.stringMatching(/\w{3,}/), ...expected });
    expect(body.findings[0]).toMatchObject({ resourceName: file, severity: 'error' });
    expect(await definitions()).toBe(before);
  });

  it('names the element that is not executed, and its line', async () => {
    const { body } = await server.deploy('boss', { 'a.bpmn': drawing('stock.bpmn').replace('<bpmn:serviceTask id="Count"', '<bpmn:serviceTask id="Count" isForCompensation="true"') });
    expect(body.errors[0]).toMatchObject({ elementId: 'Count', line: 6 });
    expect(body.detail).toContain('a.bpmn, element Count, line 6');
  });

  it('is what a lint tells as well, with 200', async () => {
    const form = new FormData();
    form.append('resources', new File(['<oops'], 'a.bpmn'));
    const { status, body } = await server.ask('boss', 'POST', '/v2/deployments/lint', form);
    expect([status, body.deployable, body.findings.length]).toEqual([200, false, 1]);
  });

  it('in the request itself is refused in words', async () => {
    expect(await server.ask('boss', 'POST', '/v2/deployments', {})).toMatchObject({ status: 415 });
    expect(await server.deploy('boss', {})).toMatchObject({ status: 400 });
    const form = new FormData();
    form.append('files', new File(['x'], 'a.bpmn'));
    expect(await server.ask('boss', 'POST', '/v2/deployments', form)).toMatchObject({ status: 400, body: { errors: [{ path: 'files' }] } });
    const foreign = new FormData();
    foreign.append('resources', new File([drawing('stock.bpmn')], 'stock.bpmn'));
    foreign.append('tenantId', server.otherTenantId);
    expect(await server.ask('boss', 'POST', '/v2/deployments', foreign)).toMatchObject({ status: 404 });
  });

  it('defined twice is refused', async () => {
    const text = drawing('stock.bpmn');
    expect((await server.deploy('boss', { 'one.bpmn': text, 'two.bpmn': text.replace('Stock check', 'Two') })).body.errors[0].path).toBe('two.bpmn');
  });
});

describe('a decision', () => {
  it('is evaluated and recorded', async () => {
    await server.deploy('boss', purchase);
    const { status, body } = await server.ask('boss', 'POST', '/v2/decision-definitions/evaluation', { decisionDefinitionId: 'purchase-approver', variables: { amount: 1500 } });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({ output: '"managers"', failureMessage: null, evaluatedDecisions: [{ matchedRules: [{ ruleId: 'Large', ruleIndex: 2 }], evaluatedInputs: [{ inputName: 'Amount', inputValue: '1500' }] }] });
    const { items } = (await server.ask('boss', 'POST', '/v2/decision-instances/search', { filter: { decisionEvaluationKey: body.decisionEvaluationKey } })).body;
    expect(items).toEqual([expect.objectContaining({ result: '"managers"', state: 'EVALUATED', processInstanceKey: null })]);
    const detail = await server.ask('boss', 'GET', `/v2/decision-instances/${items[0].decisionEvaluationInstanceKey}`);
    expect(detail.body.matchedRules[0].evaluatedOutputs).toMatchObject([{ outputName: 'Approver', outputValue: '"managers"' }]);
  });

  it('that does not exist is not found', async () => {
    expect((await server.ask('boss', 'POST', '/v2/decision-definitions/evaluation', { decisionDefinitionId: 'none' })).status).toBe(404);
    expect((await server.ask('boss', 'POST', '/v2/decision-definitions/evaluation', { decisionDefinitionKey: '99999999999999999999' })).status).toBe(404);
  });
});
