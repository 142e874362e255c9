import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../kernel/index.ts';
import { buttonsOf, checkValues, fieldsOf, readFormSchema, type FormComponent, type FormSchema } from './index.ts';

const root = new URL('../../../', import.meta.url);
const files = readdirSync(new URL('forms/', root)).filter((file) => file.endsWith('.json'));
const forms = files.map((file) => ({ file, ...readFormSchema(readFileSync(new URL(`forms/${file}`, root), 'utf8')) }));
const drawings = readdirSync(new URL('workflows/', root), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.bpmn')).map((file) => readFileSync(new URL(`workflows/${file}`, root), 'utf8'));
interface Instruction {
  readonly type: string;
  readonly userTaskSelector?: { readonly elementId?: string };
  readonly variables?: JsonObject;
}
const tests = readdirSync(new URL('workflows/', root), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.json')).map((file) => JSON.parse(readFileSync(new URL(`workflows/${file}`, root), 'utf8')) as { testCases: { instructions: Instruction[] }[] });
const schemas = forms.map(({ schema }) => schema).filter((schema) => schema !== null);

const shown = ['title', 'label', 'description', 'addAnother'] as const;
const textsOf = (component: FormComponent): string[] => {
  const texts = component as unknown as Record<string, unknown>;
  const own = component.type === 'hidden' ? [] : shown.flatMap((name) => (typeof texts[name] === 'string' ? [texts[name]] : []));
  const options = [...(component.values ?? []), ...(component.data?.values ?? [])].map(({ label }) => label);
  return [...own, ...options, ...(component.properties?.invalid ? [component.properties.invalid] : []), ...(component.components ?? []).flatMap(textsOf)];
};
/** Codes and numbers read the same in every language. */
const needsTranslation = (text: string) => /[a-z]{2}/.test(text);

describe('the forms that ship', () => {
  it.each(forms)('$file may be deployed', ({ file, schema, findings }) => {
    expect(findings).toEqual([]);
    expect(`${schema?.id}.form.json`).toBe(file);
  });

  it('are those that the drawings name', () => {
    const named = new Set(drawings.flatMap((xml) => [...xml.matchAll(/formId="([^"]+)"/g)].map(([, id]) => id)));
    expect(schemas.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
    expect([...named].filter((id) => !schemas.some((schema) => schema.id === id))).toEqual([]);
  });

  it.each(schemas.map((schema) => [schema.id, schema] as const))('%s says everything in Chinese, and nothing else', (_, schema: FormSchema) => {
    const texts = new Set([schema.title, ...schema.components.flatMap(textsOf), ...[...JSON.stringify(schema.components).matchAll(/\},"([^"]+[.。])",true\]/g)].map(([, words]) => words ?? '')]);
    const chinese = schema.i18n?.['zh-CN'] ?? {};
    expect([...texts].filter((text) => needsTranslation(text) && !Object.hasOwn(chinese, text))).toEqual([]);
    expect(Object.keys(chinese).filter((text) => !texts.has(text))).toEqual([]);
  });

  it.each(schemas.map((schema) => [schema.id, schema] as const))('%s ends with its buttons, and says who filled it in', (_, schema: FormSchema) => {
    expect(buttonsOf(schema.components).length).toBeGreaterThan(0);
    const fills = schema.components.flatMap(function fillsOf(component): string[] {
      return [component.properties?.fill ?? '', ...(component.components ?? []).flatMap(fillsOf)];
    });
    expect(fills).toContain('actor');
    expect(fieldsOf(schema.components).some(({ readOnly }) => !readOnly)).toBe(true);
  });

  it('take what the process tests enter', () => {
    const formOf = new Map(drawings.flatMap((xml) => [...xml.matchAll(/<bpmn:userTask id="([^"]+)"[\s\S]*?formId="([^"]+)"/g)].map(([, task = '', form = '']) => [task, schemas.find(({ id }) => id === form)] as const)));
    const filling = { actor: { id: 'lin', name: 'Lin' }, at: Date.parse('2026-03-02T02:00:00Z'), zone: 'Asia/Shanghai' };
    const entered = tests.flatMap(({ testCases }) => testCases.flatMap(({ instructions }) => instructions.filter(({ type }) => type === 'COMPLETE_USER_TASK')));
    expect(entered.length).toBeGreaterThan(150);
    const refused = entered.flatMap(({ userTaskSelector, variables = {} }) => {
      const schema = formOf.get(userTaskSelector?.elementId ?? '');
      if (schema === undefined) return [`no form for ${userTaskSelector?.elementId}`];
      const stored = { ...variables, late: [], sectionsToAssess: [] };
      const result = checkValues({ schema, values: variables, stored, language: 'en', filling });
      return result.ok ? [] : result.errors.filter(({ code }) => !['rule', 'required', 'outcome-missing'].includes(code)).map(({ path, code }) => `${schema.id} ${path} ${code}`);
    });
    expect([...new Set(refused)]).toEqual([]);
  });
});
