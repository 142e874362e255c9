import type { Json, JsonObject } from '../../kernel/index.ts';
import { fieldsOf, nestedTypes, optionsOf, type FormComponent, type FormSchema } from '../schema/form-schema.ts';
import { isObject } from './read-level.ts';

/** Variables as Form.io wants them: what the form shows and no more, choices as an object of booleans by option. */
export function toFormData(schema: Pick<FormSchema, 'components'>, variables: JsonObject): JsonObject {
  return levelOf(schema.components, variables);
}

function levelOf(components: readonly FormComponent[], variables: JsonObject): JsonObject {
  const fields = fieldsOf(components).filter(({ component }) => Object.hasOwn(variables, component.key));
  return Object.fromEntries(fields.map(({ component }) => [component.key, fieldOf(component, variables[component.key] ?? null)]));
}

function fieldOf(component: FormComponent, value: Json): Json {
  if (component.type === 'selectboxes') return Object.fromEntries(optionsOf(component).map((option) => [String(option.value), isChosen(value, String(option.value))]));
  if (value === null) return emptyFor(component);
  if (component.type === 'container') return isObject(value) ? levelOf(component.components ?? [], value) : {};
  if (nestedTypes.includes(component.type)) return Array.isArray(value) ? value.map((row) => (isObject(row) ? levelOf(component.components ?? [], row) : {})) : [];
  return value;
}

function isChosen(value: Json, option: string): boolean {
  return Array.isArray(value) ? value.includes(option) : isObject(value) && value[option] === true;
}

/** Form.io takes the empty text, not null, for "none". */
function emptyFor(component: FormComponent): Json {
  if (component.type === 'container') return {};
  if (nestedTypes.includes(component.type) || component.multiple === true) return [];
  return component.type === 'checkbox' ? false : component.type === 'number' ? null : '';
}
