import { fieldsOf, nestedTypes, type FormComponent, type FormSchema } from '@loopwright/engine/forms';
import type { FormValues } from './formio/open-form.ts';

/**
 * What is sent of a filled-in form: the fields that may be changed here, and the outcome. Form.io's empty texts become null,
 * and rows that were added and left empty are left out.
 */
export function valuesToSend({ components }: Pick<FormSchema, 'components'>, values: FormValues, outcome: string): FormValues {
  return { ...levelToSend(components, values), ...(outcome !== '' && { outcome }) };
}

function levelToSend(components: readonly FormComponent[], values: FormValues): FormValues {
  const sent = fieldsOf(components).filter(({ component, readOnly }) => !readOnly && Object.hasOwn(values, component.key));
  return Object.fromEntries(sent.map(({ component }) => [component.key, fieldToSend(component, values[component.key])]));
}

function fieldToSend(component: FormComponent, value: unknown): unknown {
  if (component.type === 'container') return isObject(value) ? levelToSend(component.components ?? [], value) : null;
  if (nestedTypes.includes(component.type)) return Array.isArray(value) ? rowsToSend(component, value) : [];
  if (component.multiple === true && Array.isArray(value)) return value.filter((one) => !isNothing(one));
  return isNothing(value) ? null : value;
}

function rowsToSend(component: FormComponent, rows: readonly unknown[]): FormValues[] {
  const sent = rows.map((row) => levelToSend(component.components ?? [], isObject(row) ? row : {}));
  return component.disableAddingRemovingRows === true ? sent : sent.filter((row) => Object.values(row).some((value) => !isNothing(value)));
}

const isNothing = (value: unknown): boolean => value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0);
const isObject = (value: unknown): value is FormValues => value !== null && typeof value === 'object' && !Array.isArray(value);
