import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buttonsOf, fieldsOf, readFormSchema, type FormComponent, type FormSchema } from './index.ts';

const root = new URL('../../../', import.meta.url);
const files = readdirSync(new URL('forms/', root)).filter((file) => file.endsWith('.json'));
const forms = files.map((file) => ({ file, ...readFormSchema(readFileSync(new URL(`forms/${file}`, root), 'utf8')) }));
const drawings = readdirSync(new URL('workflows/', root), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.bpmn')).map((file) => readFileSync(new URL(`workflows/${file}`, root), 'utf8'));
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
});
