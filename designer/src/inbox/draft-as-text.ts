import { fieldsOf, nestedTypes, optionsOf, textIn, type FormComponent, type FormSchema } from '@loopwright/engine/forms';
import type { FormValues } from '../forms/form-view.tsx';

/** What was typed into a form, as lines of text with the labels of the form. Fields that can't be typed into are left out. */
export function draftAsText(schema: FormSchema, values: FormValues, language: string): string {
  return linesOf(schema, schema.components, values, language).join('\n');
}

function linesOf(schema: FormSchema, components: readonly FormComponent[], values: FormValues, language: string): string[] {
  return fieldsOf(components)
    .filter(({ readOnly }) => !readOnly)
    .flatMap(({ component }) => {
      const value = values[component.key];
      const label = textIn(schema, component.label ?? component.key, language);
      if (component.type === 'container') return isObject(value) ? linesOf(schema, component.components ?? [], value, language) : [];
      if (nestedTypes.includes(component.type)) {
        const rows = Array.isArray(value) ? value.filter(isObject).map((row) => linesOf(schema, component.components ?? [], row, language).join('; ')) : [];
        return rows.some((row) => row !== '') ? [`${label}:`, ...rows.map((row) => `- ${row}`)] : [];
      }
      const text = textOf(schema, component, value, language);
      return text === '' ? [] : [`${label}: ${text}`];
    });
}

function textOf(schema: FormSchema, component: FormComponent, value: unknown, language: string): string {
  const options = optionsOf(component);
  const named = (one: unknown): string => {
    const option = options.find((known) => String(known.value) === String(one));
    return option === undefined ? String(one) : textIn(schema, option.label, language);
  };
  if (value === null || value === undefined || value === '' || value === false) return '';
  if (value === true) return '✓';
  if (Array.isArray(value)) return value.filter((one) => one !== '').map(named).join(', ');
  if (isObject(value)) return Object.entries(value).filter(([, chosen]) => chosen === true).map(([one]) => named(one)).join(', ');
  return named(value);
}

const isObject = (value: unknown): value is FormValues => value !== null && typeof value === 'object' && !Array.isArray(value);
