import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../kernel/index.ts';
import { checkValues, type CheckedSubmission, type FormComponent, type FormSchema } from './index.ts';

const filling = { actor: { id: 'lin', name: 'Lin Wei' }, at: Date.parse('2026-02-03T17:30:00Z'), zone: 'Asia/Shanghai', number: '2026-7' };
const formOf = (...components: unknown[]): FormSchema => ({ id: 'f', title: 'F', i18n: { 'zh-CN': { Title: '标题', 'Not you.': '不能是您。' } }, components: components as FormComponent[] });
const text = (key: string, more: object = {}) => ({ type: 'textfield', key, label: 'Title', ...more });
const check = (schema: FormSchema, values: JsonObject, stored: JsonObject = {}, language: 'en' | 'zh-CN' = 'en') => checkValues({ schema, values, stored, language, filling });
const problems = (result: CheckedSubmission) => (result.ok ? [] : result.errors.map(({ path, code }) => `${path} ${code}`));
const options = [{ label: 'One', value: 'one' }, { label: 'Two', value: 'two' }];

describe('a submission', () => {
  it('keeps known fields and refuses others with their path', () => {
    const schema = formOf(text('a'), { type: 'container', key: 'c', components: [text('b')] }, { type: 'datagrid', key: 'd', components: [text('e')] });
    expect(problems(check(schema, { a: 'x', z: 1, c: { b: 'x', y: 1 }, d: [{ e: 'x' }, { x: 1 }] }))).toEqual(['z unknown-field', 'c.y unknown-field', 'd[1].x unknown-field']);
  });

  it('cannot reach a prototype', () => {
    const schema = formOf(text('a'), { type: 'selectboxes', key: 's', values: options });
    expect(problems(check(schema, JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}')))).toEqual(['__proto__ unknown-field', 'constructor unknown-field']);
    expect(problems(check(schema, JSON.parse('{"s": {"__proto__": true}}')))).toEqual(['s not-an-option']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(check(formOf({ type: 'container', key: 'c', components: [text('a')] }), {}, JSON.parse('{"c": {"__proto__": {"a": "x"}}}'))).toEqual({ ok: true, values: { c: { a: null } } });
  });

  it.each([
    [{ type: 'textfield' }, 'x', 'x'], [{ type: 'textfield' }, 1, 'wrong-type'], [{ type: 'textfield' }, {}, 'wrong-type'], [{ type: 'textfield' }, 'a\u0000b', 'bad-text'], [{ type: 'textfield' }, '\ud800', 'bad-text'],
    [{ type: 'textfield', validate: { maxLength: 2 } }, 'abc', 'too-long'], [{ type: 'textarea' }, 'x'.repeat(100_001), 'too-long'], [{ type: 'textfield', validate: { pattern: '[A-Z]+' } }, 'AB', 'AB'], [{ type: 'textfield', validate: { pattern: '[A-Z]+' } }, 'ABc', 'no-match'],
    [{ type: 'textfield', multiple: true }, ['a', 'b'], ['a', 'b']], [{ type: 'textfield', multiple: true }, 'a', 'wrong-type'], [{ type: 'textfield', multiple: true }, ['a', 1], 'wrong-type'],
    [{ type: 'email' }, 'a@b.cn', 'a@b.cn'], [{ type: 'email' }, 'a@b', 'not-an-email'],
    [{ type: 'number' }, 1.5, 1.5], [{ type: 'number' }, '1', 'wrong-type'], [{ type: 'number', validate: { integer: true } }, 1.5, 'not-whole'],
    [{ type: 'checkbox' }, true, true], [{ type: 'checkbox' }, 'true', 'wrong-type'],
    [{ type: 'radio', values: options }, 'two', 'two'], [{ type: 'radio', values: options }, 'three', 'not-an-option'], [{ type: 'radio', values: options }, ['one'], 'not-an-option'],
    [{ type: 'select', data: { values: options }, multiple: true }, ['one', 'two'], ['one', 'two']], [{ type: 'select', dataType: 'number', data: { values: [{ label: '2', value: '2' }] } }, 2, 2], [{ type: 'select', dataType: 'number', data: { values: [{ label: '2', value: '2' }] } }, '2', 'not-an-option'],
    [{ type: 'selectboxes', values: options }, { two: true, one: false }, ['two']], [{ type: 'selectboxes', values: options }, ['two', 'one'], ['one', 'two']], [{ type: 'selectboxes', values: options }, { three: false }, 'not-an-option'], [{ type: 'selectboxes', values: options }, { one: 'yes' }, 'not-an-option'],
    [{ type: 'datetime', enableTime: false }, '2026-02-28', '2026-02-28'], [{ type: 'datetime', enableTime: false }, '2026-02-28T00:00:00+08:00', '2026-02-28'], [{ type: 'datetime', enableTime: false }, '2026-02-30', 'not-a-date'], [{ type: 'datetime', enableTime: false }, 'tomorrow', 'not-a-date'],
    [{ type: 'datetime' }, '2026-02-28T09:30:00+08:00', '2026-02-28T09:30:00+08:00'], [{ type: 'datetime' }, '2026-02-28T25:30:00Z', 'not-a-date'], [{ type: 'datetime' }, '2026-02-28', 'not-a-date'],
  ])('reads %j with %j as %j', (component, value, expected) => {
    const result = check(formOf({ key: 'a', ...component }), { a: value as never });
    expect(result.ok ? result.values.a : result.errors[0]?.code).toEqual(expected);
  });

  it('takes read-only, hidden and filled fields from the server, whatever was sent', () => {
    const schema = formOf(text('shown', { disabled: true }), { type: 'hidden', key: 'kept' }, { type: 'panel', key: 'p', disabled: true, components: [text('inside')] }, text('who', { properties: { fill: 'actor' } }), text('when', { properties: { fill: 'now' } }), text('day', { properties: { fill: 'today' } }), text('nr', { properties: { fill: 'number', prefix: 'ECO' } }), text('mine'));
    const sent = { shown: 'forged', kept: 'forged', inside: 'forged', who: 'boss', when: 'never', nr: 'ECO-1', mine: 'ok' };
    expect(check(schema, sent, { shown: 'S', kept: 'K', inside: 'I' })).toEqual({ ok: true, values: { who: 'lin', when: '2026-02-03T17:30:00.000Z', day: '2026-02-04', nr: 'ECO-2026-7', mine: 'ok' } });
  });

  it('keeps a number once it is drawn, and what is filled in once', () => {
    const schema = formOf(text('nr', { properties: { fill: 'number', prefix: 'ECO' } }), text('who', { properties: { fill: 'actor', once: 'true' } }));
    expect(check(schema, {}, { nr: 'ECO-2026-1', who: 'wang' })).toEqual({ ok: true, values: { nr: 'ECO-2026-1', who: 'wang' } });
    expect(check(schema, {}, { nr: null, who: '' })).toEqual({ ok: true, values: { nr: 'ECO-2026-7', who: 'lin' } });
  });

  it('keeps the read-only columns of a table row by row', () => {
    const rows = { type: 'datagrid', key: 'd', disableAddingRemovingRows: true, components: [text('what', { disabled: true }), text('result')] };
    const stored = { d: [{ what: 'a' }, { what: 'b' }] };
    expect(check(formOf(rows), { d: [{ what: 'forged', result: 'x' }, { result: 'y' }] }, stored)).toEqual({ ok: true, values: { d: [{ what: 'a', result: 'x' }, { what: 'b', result: 'y' }] } });
    expect(problems(check(formOf(rows), { d: [{ result: 'x' }] }, stored))).toEqual(['d rows-fixed']);
  });

  it('bounds the rows of a table', () => {
    const schema = formOf({ type: 'datagrid', key: 'd', label: 'Rows', validate: { minLength: 1, maxLength: 2 }, components: [text('a')] });
    expect(problems(check(schema, { d: [] }))).toEqual(['d too-few-rows']);
    expect(problems(check(schema, { d: [{}, {}, {}] }))).toEqual(['d too-many-rows']);
    expect(problems(check(schema, { d: [1] }))).toEqual(['d wrong-type']);
  });

  it('bounds the whole', () => {
    const schema = formOf({ type: 'datagrid', key: 'd', components: [{ type: 'datagrid', key: 'e', components: [text('a')] }] });
    expect(problems(check(schema, { d: Array.from({ length: 900 }, () => ({ e: Array.from({ length: 900 }, () => ({ a: 'xxxxx' })) })) }))).toEqual([' too-much']);
    expect(problems(check(schema, Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`k${i}`, 1]))))).toHaveLength(200);
  });

  it('has money whole or not at all', () => {
    const schema = formOf({ type: 'container', key: 'cost', label: 'Cost', properties: { kind: 'money' }, components: [{ type: 'number', key: 'amount' }, { type: 'select', key: 'currency', data: { values: [{ label: 'CNY', value: 'CNY' }] } }] });
    expect(check(schema, { cost: { amount: 5, currency: 'CNY' } })).toEqual({ ok: true, values: { cost: { amount: 5, currency: 'CNY' } } });
    expect(check(schema, { cost: { amount: null, currency: '' } })).toEqual({ ok: true, values: { cost: null } });
    expect(problems(check(schema, { cost: { amount: 5 } }))).toEqual(['cost incomplete-money']);
  });

  it('writes only what it may, and leaves alone what was not sent', () => {
    const schema = formOf(text('a'), text('b'), text('c', { defaultValue: 'C' }));
    expect(check(schema, { a: 'new' }, { a: 'old', b: 'B', other: 1 })).toEqual({ ok: true, values: { a: 'new', c: 'C' } });
    expect(check(schema, {})).toEqual({ ok: true, values: { a: null, b: null, c: 'C' } });
  });

  it('needs to know the button where there are several', () => {
    const button = (outcome: string) => ({ type: 'button', key: outcome, label: outcome, properties: { outcome } });
    expect(problems(check(formOf(button('approve'), button('reject')), {}))).toEqual(['outcome outcome-missing']);
    expect(problems(check(formOf(button('approve'), button('reject')), { outcome: 'sign' }))).toEqual(['outcome outcome-unknown']);
    expect(check(formOf(button('approve'), button('reject')), { outcome: 'reject' })).toEqual({ ok: true, values: { outcome: 'reject' } });
    expect(check(formOf(button('only')), {})).toEqual({ ok: true, values: { outcome: 'only' } });
    expect(problems(check(formOf({ type: 'button', key: 'b', label: 'B' }), { outcome: 'x' }))).toEqual(['outcome unknown-field']);
  });

  it('goes by the rules of the form, in its own words', () => {
    const schema = formOf({ type: 'container', key: 'decision', components: [{ type: 'hidden', key: 'by', properties: { fill: 'actor', valid: '=decision.by != originator', invalid: 'Not you.' } }] });
    expect(check(schema, {}, { originator: 'wang' })).toEqual({ ok: true, values: { decision: { by: 'lin' } } });
    expect(check(schema, { decision: { by: 'wang' } }, { originator: 'lin' }, 'zh-CN')).toEqual({ ok: false, errors: [{ path: 'decision.by', code: 'rule', message: '不能是您。' }] });
  });

  it('takes a rule that cannot be shown true for broken', () => {
    const schema = (valid: string) => formOf(text('a', { properties: { valid, invalid: 'Broken.' } }));
    expect(problems(check(schema('=null'), { a: 'x' }))).toEqual(['a rule']);
    expect(problems(check(schema('=count(for x in 1..1000, y in 1..1000 return x) > 0'), { a: 'x' }))).toEqual(['a rule']);
    expect(problems(check(schema('=today() = date("2026-02-04")'), { a: 'x' }))).toEqual([]);
  });

  it('checks rules of each row', () => {
    const schema = formOf({ type: 'datagrid', key: 'd', components: [text('a'), text('b', { properties: { valid: '=row.a = null or row.b != null', invalid: 'Say b.' } })] });
    expect(problems(check(schema, { d: [{ a: 'x', b: 'y' }, { a: 'x' }, {}] }))).toEqual(['d[1].b rule']);
  });

  it('computes what the form computes', () => {
    const schema = formOf({ type: 'number', key: 'a' }, { type: 'number', key: 'twice', properties: { value: '=a * 2' } });
    expect(check(schema, { a: 4, twice: 100 })).toEqual({ ok: true, values: { a: 4, twice: 8 } });
  });

  it('speaks both languages', () => {
    const schema = formOf(text('a', { validate: { maxLength: 3 } }));
    expect(check(schema, { a: 'abcd' })).toMatchObject({ errors: [{ message: 'Title may have 3 characters at most.' }] });
    expect(check(schema, { a: 'abcd' }, {}, 'zh-CN')).toMatchObject({ errors: [{ message: '“标题”最多 3 个字符。' }] });
  });
});
