import { afterAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../kernel/index.ts';
import { toFormData, type FormComponent, type FormSchema } from './index.ts';
import { openFormChecker } from './server.ts';

const failures: string[] = [];
const checker = openFormChecker({ timeLimit: 1_500, onFailure: (_, failure) => failures.push(failure) });
afterAll(() => checker.close());

const filling = { actor: { id: 'lin', name: 'Lin Wei' }, at: 0, zone: 'UTC' };
const formOf = (...components: unknown[]): FormSchema => ({ id: 'f', title: 'F', i18n: { 'zh-CN': { A: '甲', 'Give a reason.': '请填写理由。' } }, components: components as FormComponent[] });
const text = (key: string, more: object = {}) => ({ type: 'textfield', key, label: key.toUpperCase(), input: true, ...more });
const check = (schema: FormSchema, values: JsonObject, language: 'en' | 'zh-CN' = 'en', stored: JsonObject = {}) => checker.checkSubmission({ schema, values, stored, language, filling });
const problems = async (schema: FormSchema, values: JsonObject) => {
  const result = await check(schema, values);
  return result.ok ? [] : result.errors.map(({ path, code }) => `${path} ${code}`);
};

describe('a submission on the server', () => {
  it('has every required field, at any depth', async () => {
    const required = { validate: { required: true } };
    const schema = formOf(text('a', required), { type: 'panel', key: 'p', components: [text('b', required)] }, { type: 'container', key: 'c', components: [text('d', required)] }, { type: 'datagrid', key: 'e', components: [text('f', required)] }, { type: 'checkbox', key: 'g', ...required }, { type: 'selectboxes', key: 'h', values: [{ label: 'x', value: 'x' }], ...required }, text('i', { multiple: true, ...required }));
    expect(await problems(schema, { e: [{ f: 'x' }, {}] })).toEqual(['a required', 'b required', 'c.d required', 'e[1].f required', 'g required', 'h required', 'i required']);
    expect(await problems(schema, { a: 'x', b: 'x', c: { d: 'x' }, e: [], g: true, h: ['x'], i: ['x'] })).toEqual([]);
  });

  it('keeps within the bounds', async () => {
    const schema = formOf(text('a', { validate: { minLength: 3 } }), { type: 'number', key: 'b', validate: { min: 1, max: 5 } }, { type: 'number', key: 'c', validate: { min: 1, max: 5 } });
    expect(await problems(schema, { a: 'ab', b: 0, c: 6 })).toEqual(['a too-short', 'b too-small', 'c too-large']);
  });

  it('needs no value where a condition hides the field, and drops one that was sent', async () => {
    const schema = formOf(text('kind'), text('why', { validate: { required: true }, conditional: { show: true, conjunction: 'all', conditions: [{ component: 'kind', operator: 'isEqual', value: 'other' }] } }));
    expect(await problems(schema, { kind: 'other' })).toEqual(['why required']);
    expect(await check(schema, { kind: 'usual', why: 'left over' })).toEqual({ ok: true, values: { kind: 'usual', why: null } });
    expect(await check(schema, { kind: 'usual' }, 'en', { kind: 'other', why: 'once' })).toEqual({ ok: true, values: { kind: 'usual', why: null } });
  });

  it('follows conditions inside containers and through each other', async () => {
    const when = (component: string, value: string) => ({ conditional: { show: true, conjunction: 'all', conditions: [{ component, operator: 'isEqual', value }] } });
    const schema = formOf({ type: 'container', key: 'c', components: [text('z', { validate: { required: true }, ...when('c.b', 'x') }), text('a'), text('b', when('c.a', 'x'))] });
    expect(await check(schema, { c: { a: 'no', b: 'x' } })).toEqual({ ok: true, values: { c: { z: null, a: 'no', b: null } } });
    expect(await problems(schema, { c: { a: 'x', b: 'x' } })).toEqual(['c.z required']);
  });

  it('asks nothing inside of what is hidden, by whatever rule', async () => {
    const when = { conditional: { show: true, conjunction: 'all', conditions: [{ component: 'kind', operator: 'isEqual', value: 'x' }] } };
    const demanding = (key: string) => text(key, { validate: { required: true }, properties: { valid: '=false', invalid: 'Never.' } });
    const schema = formOf(text('kind'), { type: 'panel', key: 'p', components: [{ type: 'columns', key: 'q', columns: [{ components: [{ type: 'well', key: 'r', ...when, components: [demanding('a')] }] }] }] }, { type: 'container', key: 'c', ...when, components: [demanding('b')] });
    expect(await problems(schema, { kind: 'no', a: 'left over', c: { b: 'left over' } })).toEqual([]);
    expect(await problems(schema, { kind: 'x' })).toEqual(['a required', 'c.b required']);
    expect(await problems(schema, { kind: 'x', a: 'x', c: { b: 'x' } })).toEqual(['a rule', 'c.b rule']);
  });

  it('does not ask for what nobody can change', async () => {
    const required = { validate: { required: true } };
    expect(await problems(formOf(text('a', { disabled: true, ...required }), { type: 'container', key: 'c', disabled: true, components: [text('b', required)] }, { type: 'hidden', key: 'h', ...required }), {})).toEqual([]);
  });

  it('gives the words of its JSONLogic, in the language asked for', async () => {
    const schema = formOf(text('a', { validate: { json: { if: [{ and: [{ '==': [{ var: 'data.outcome' }, 'reject'] }, { '!': [{ var: 'data.a' }] }] }, 'Give a reason.', true] } } }), ...['approve', 'reject'].map((outcome) => ({ type: 'button', key: outcome, label: outcome, properties: { outcome } })));
    expect(await check(schema, { outcome: 'reject' }, 'zh-CN')).toEqual({ ok: false, errors: [{ path: 'a', code: 'rule', message: '请填写理由。' }] });
    expect(await check(schema, { outcome: 'approve' })).toEqual({ ok: true, values: { a: null, outcome: 'approve' } });
    expect(await check(schema, { outcome: 'reject', a: 'No.' })).toEqual({ ok: true, values: { a: 'No.', outcome: 'reject' } });
  });

  it('is not held up by a pattern', async () => {
    const before = performance.now();
    expect(await problems(formOf(text('a', { validate: { pattern: '(a+)+$' } })), { a: `${'a'.repeat(5_000)}!` })).toEqual(['a no-match']);
    expect(performance.now() - before).toBeLessThan(30_000);
  });

  it('runs no code that got past the schema check', async () => {
    const schema = formOf(text('a', { validate: { custom: 'globalThis.hacked = valid = true' }, customConditional: 'globalThis.hacked = show = true', calculateValue: 'value = globalThis.hacked = 1' }));
    expect(await problems(schema, { a: 'x' })).toEqual([' not-checkable']);
    expect(failures.at(-1)).toContain('no code');
    expect((globalThis as { hacked?: unknown }).hacked).toBeUndefined();
  });

  it('is given up after the time limit, and the next is checked by a new thread', async () => {
    const rows = { merge: Array.from({ length: 5_000 }, () => [1]) };
    const slow = { reduce: [rows, { '+': [{ var: 'accumulator' }, { reduce: [rows, { '+': [{ var: 'accumulator' }, { reduce: [rows, { '+': [{ var: 'accumulator' }, 1] }, 0] }] }, 0] }] }, 0] };
    const [first, second] = await Promise.all([problems(formOf(text('a', { validate: { json: slow } })), { a: 'x' }), problems(formOf(text('b')), { b: 'x' })]);
    expect(first).toEqual([' not-checkable']);
    expect(failures.at(-1)).toContain('1500 ms');
    expect(second).toEqual([]);
  });

  it('gives Form.io choices as it keeps them', () => {
    const schema = formOf({ type: 'selectboxes', key: 's', values: [{ label: 'x', value: 'x' }, { label: 'y', value: 'y' }] }, { type: 'datagrid', key: 'd', components: [text('a')] }, text('none'));
    expect(toFormData(schema, { s: ['y'], d: [{ a: null, other: 1 }], secret: 1 })).toEqual({ s: { x: false, y: true }, d: [{ a: '' }] });
  });
});
