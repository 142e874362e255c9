import { describe, expect, it } from 'vitest';
import { checkFormSchema } from './check-form-schema.ts';
import { readFormSchema } from './read-form-schema.ts';

const form = (...components: unknown[]) => ({ id: 'f', title: 'F', display: 'form', components });
const field = (more: object) => ({ type: 'textfield', key: 'a', label: 'A', input: true, ...more });
const codes = (json: unknown) => checkFormSchema(json).map(({ elementId, code }) => `${elementId ?? ''} ${code}`);

describe('a form schema', () => {
  it('may hold fields, layout, containers, tables and conditions', () => {
    const schema = form(
      { type: 'panel', key: 'p', title: 'P', input: false, components: [field({ validate: { required: true, pattern: '[A-Z]{2}\\d+', json: { if: [{ var: 'data.a' }, true, 'Say a.'] } } })] },
      { type: 'columns', key: 'c', columns: [{ components: [field({ key: 'b', conditional: { show: true, conjunction: 'all', conditions: [{ component: 'a', operator: 'isEqual', value: 'x' }] } })] }] },
      { type: 'datagrid', key: 'rows', components: [field({ key: 'a' }), { type: 'select', key: 's', dataSrc: 'values', data: { values: [{ label: 'One', value: '1' }] } }] },
      { type: 'container', key: 'cost', properties: { kind: 'money' }, components: [{ type: 'number', key: 'amount' }, { type: 'select', key: 'currency', data: { values: [{ label: 'CNY', value: 'CNY' }] } }] },
      { type: 'button', key: 'ok', label: 'OK', action: 'submit', properties: { outcome: 'approve' } },
    );
    expect(checkFormSchema(schema)).toEqual([]);
  });

  it('may hold what a builder writes for what was left alone', () => {
    expect(checkFormSchema(form(field({ calculateValue: '', customDefaultValue: '', logic: [], attributes: {}, validate: { custom: '', customMessage: '', json: '' }, conditional: { show: null, when: null, eq: '' }, overlay: { style: '', page: '' } })))).toEqual([]);
  });

  it.each([
    ['code that computes', field({ calculateValue: 'value = data.b' }), 'calculateValue'],
    ['code for a default', field({ customDefaultValue: 'value = 1' }), 'customDefaultValue'],
    ['code that validates', field({ validate: { custom: 'valid = true' } }), 'validate.custom'],
    ['code that shows', field({ customConditional: 'show = true' }), 'customConditional'],
    ['logic', field({ logic: [{ name: 'l', trigger: { type: 'javascript', javascript: 'result = true' }, actions: [] }] }), 'logic'],
    ['messages as templates', field({ errors: { required: '{{ field }} missing' } }), 'errors'],
    ['HTML attributes', field({ attributes: { onclick: 'alert(1)' } }), 'attributes'],
    ['an input mask', field({ inputMask: '(a+)+$' }), 'inputMask'],
    ['an option template', { type: 'select', key: 'a', template: '<b>{{ item.label }}</b>', data: { values: [{ label: 'x', value: 'x' }] } }, 'template'],
    ['row templates', { type: 'editgrid', key: 'a', templates: { row: '{% alert(1) %}' }, components: [] }, 'templates'],
    ['a rich text editor', { type: 'textarea', key: 'a', editor: 'ckeditor' }, 'editor'],
    ['code in a date picker', { type: 'datetime', key: 'a', datePicker: { disableFunction: 'true' } }, 'disableFunction'],
    ['code in a widget', { type: 'datetime', key: 'a', widget: { type: 'calendar', disableFunction: 'x' } }, 'disableFunction'],
    ['a button that runs code', { type: 'button', key: 'a', action: 'custom' }, 'custom'],
    ['a button that calls a URL', { type: 'button', key: 'a', action: 'url' }, 'url'],
  ])('refuses %s by name', (_, component, name) => {
    const [finding, ...others] = checkFormSchema(form(component));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ elementId: 'a', severity: 'error', code: 'component-unsafe' });
    expect(finding?.message).toContain(name);
  });

  it.each([
    ['a URL', { dataSrc: 'url', data: { url: 'https://example.com' } }],
    ['a resource', { dataSrc: 'resource', data: { resource: '1' } }],
    ['code', { dataSrc: 'custom', data: { custom: 'values = []' } }],
    ['JSON text', { dataSrc: 'json', data: { json: '[]' } }],
  ])('refuses options from %s', (_, more) => {
    expect(codes(form({ type: 'select', key: 'a', ...more }))).toEqual(['a component-unsafe']);
  });

  it.each(['content', 'htmlelement', 'file', 'form', 'resource', 'signature', 'recaptcha', 'custom', 'password', 'unheard'])('refuses components of type %s', (type) => {
    expect(codes(form({ type, key: 'a' }))).toEqual(['a component-type']);
  });

  it('refuses HTML and templates in every text', () => {
    expect(codes(form(field({ label: '<img src=x onerror=alert(1)>' })))).toEqual(['a form-html']);
    expect(codes(form(field({ tooltip: '{{ constructor }}' })))).toEqual(['a form-template']);
    expect(codes(form(field({ defaultValue: '{% x %}' })))).toEqual(['a form-template']);
    expect(codes({ ...form(field({})), i18n: { 'zh-CN': { A: '<script>' } } })).toEqual([' form-html']);
    expect(codes(form({ type: 'radio', key: 'a', values: [{ label: '<b>x</b>', value: 'x' }] }))).toEqual(['a form-html']);
  });

  it('refuses patterns that cannot be matched in linear time, and keeps those that can', () => {
    expect(codes(form(field({ validate: { pattern: '(?=a)b' } })))).toEqual(['a component-pattern']);
    expect(codes(form(field({ validate: { pattern: '(a)\\1' } })))).toEqual(['a component-pattern']);
    expect(codes(form(field({ validate: { pattern: '(a+)+$' } })))).toEqual([]);
  });

  it('refuses JSONLogic beyond its own operators', () => {
    expect(codes(form(field({ validate: { json: { _times: [1e9, { var: 'x' }] } } })))).toEqual(['a component-logic']);
    expect(codes(form(field({ conditional: { json: { method: [{ var: 'a' }, 'constructor'] } } })))).toEqual(['a component-logic']);
    expect(codes(form(field({ validate: { json: '{"==":[1,1]}' } })))).toEqual(['a component-unsafe']);
  });

  it('refuses a default that the field cannot have', () => {
    const radio = (defaultValue: unknown) => form({ type: 'radio', key: 'a', defaultValue, values: [{ label: 'x', value: 'x' }] });
    expect(codes(radio('x'))).toEqual([]);
    expect(codes(radio('y'))).toEqual(['a component-default']);
    expect(codes(form({ type: 'number', key: 'a', defaultValue: '1' }))).toEqual(['a component-default']);
  });

  it('refuses keys that are no names of variables', () => {
    expect(codes(form(field({ key: '__proto__' }), field({ key: 'constructor' }), field({ key: 'a.b' }), field({ key: 'outcome' }), field({ key: 'x' }), field({ key: 'x' })))).toEqual([
      '__proto__ component-key', 'constructor component-key', 'a.b component-key', 'outcome component-key', 'x component-key-twice',
    ]);
    expect(codes(form({ type: 'radio', key: 'a', values: [{ label: 'x', value: 'toString' }] }))).toEqual(['a component-options']);
  });

  it('takes the same key on two levels, and finds what lies deep', () => {
    expect(codes(form(field({}), { type: 'container', key: 'c', components: [field({}), { type: 'well', key: 'w', components: [{ type: 'datagrid', key: 'd', components: [field({ calculateValue: 'x' })] }] }] }))).toEqual(['c.d.a component-unsafe']);
  });

  it('reads its rules as FEEL', () => {
    expect(codes(form(field({ properties: { valid: '=a != null', invalid: 'Say a.' } })))).toEqual([]);
    expect(codes(form(field({ properties: { valid: '=a !!' , invalid: 'Say a.' } })))).toEqual(['a component-rule']);
    expect(codes(form(field({ properties: { valid: 'a', invalid: 'Say a.' } })))).toEqual(['a component-rule']);
    expect(codes(form(field({ properties: { valid: '=true' } })))).toEqual(['a component-rule']);
    expect(codes(form(field({ properties: { fill: 'password' } })))).toEqual(['a component-fill']);
    expect(codes(form(field({ properties: { valid: '=a != originator and outcome = "x" and count(for i in [1] return i) = 1', invalid: 'No.' } })))).toEqual(['a component-rule']);
  });

  it('is bounded in depth and number', () => {
    const nested = Array.from({ length: 40 }).reduce<object>((inside, _, i) => ({ type: 'well', key: `w${i}`, components: [inside] }), field({}));
    expect(codes(form(nested))).toEqual([' form-too-deep']);
    expect(codes(form(...Array.from({ length: 2_001 }, (_, i) => field({ key: `k${i}` }))))).toEqual([' form-too-large']);
  });

  it.each([[null], [[]], ['x'], [{}], [{ id: '1 2', components: [] }], [{ id: 'f', components: {} }], [form('x')], [{ ...form(), display: 'wizard' }], [{ ...form(), action: 'https://example.com' }]])('refuses %j', (json) => {
    expect(checkFormSchema(json)).not.toEqual([]);
  });

  it('tells the line where its text is no JSON', () => {
    expect(readFormSchema('{\n  "id": "f",\n  oops\n}')).toMatchObject({ schema: null, findings: [{ line: 3, code: 'form-not-json' }] });
  });
});
