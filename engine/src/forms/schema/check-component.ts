import type { Json } from '../../kernel/index.ts';
import { readValue } from '../values/read-value.ts';
import { allowedComponents, allowedEverywhere, insteadOfType, refusedProperties } from './allowed-components.ts';
import { checkConditional } from './check-conditional.ts';
import { checkProperties } from './check-properties.ts';
import { checkText } from './check-text.ts';
import { checkValidation } from './check-validation.ts';
import { layoutTypes, nestedTypes, type FormComponent } from './form-schema.ts';
import { isRecord, joinPath, saysNothing, type Report } from './report.ts';

/** What stands below a component: on the same level of values, or on a level of its own. */
interface Below {
  readonly layout: readonly unknown[];
  readonly nested: { readonly components: readonly unknown[]; readonly path: string } | null;
}

const nothingBelow: Below = { layout: [], nested: null };
const unsafeKeys = ['__proto__', 'constructor', 'prototype', 'row'];
const texts = ['label', 'description', 'tooltip', 'placeholder', 'prefix', 'suffix', 'title', 'legend', 'caption', 'errorLabel', 'addAnother', 'saveRow', 'removeRow'];

/** Checks one component by itself; `keys` are those taken on its level. */
export function checkComponent(component: unknown, above: string, keys: Set<string>, report: Report): Below {
  if (!isRecord(component) || typeof component.type !== 'string') {
    report(above, 'component-without-type', 'A component is an object with a type.');
    return nothingBelow;
  }
  const key = typeof component.key === 'string' ? component.key : '';
  const path = joinPath(above, key || component.type);
  const allowed = Object.hasOwn(allowedComponents, component.type) ? allowedComponents[component.type] : undefined;
  if (allowed === undefined) {
    const instead = Object.hasOwn(insteadOfType, component.type) ? `: ${insteadOfType[component.type]}.` : '.';
    report(path, 'component-type', `Components of type "${component.type}" are not allowed${instead}`);
    return nothingBelow;
  }
  checkKey(key, path, keys, report);
  checkPropertyNames(component, allowed, path, report);
  for (const name of texts) if (typeof component[name] === 'string') checkText(component[name], path, name, report);
  checkOptions(component, path, report);
  checkDefaults(component, path, report);
  checkConditional(component.conditional, path, report);
  checkValidation(component.validate, path, report);
  checkProperties(component, path, report);
  return below(component, path);
}

function checkKey(key: string, path: string, keys: Set<string>, report: Report): void {
  if (!/^[A-Za-z]\w*$/.test(key)) report(path, 'component-key', `The key "${key}" must begin with a letter and hold letters, digits and underscores only: it is the name of a variable.`);
  else if (unsafeKeys.includes(key) || path === 'outcome') report(path, 'component-key', `The key "${key}" is reserved.`);
  else if (keys.has(key)) report(path, 'component-key-twice', `The key "${key}" stands twice.`);
  keys.add(key);
}

function checkPropertyNames(component: Record<string, unknown>, allowed: readonly string[], path: string, report: Report): void {
  for (const [name, value] of Object.entries(component)) {
    if (allowed.includes(name) || allowedEverywhere.includes(name) || saysNothing(value)) continue;
    const reason = Object.hasOwn(refusedProperties, name) ? refusedProperties[name] : undefined;
    if (reason === undefined) report(path, 'component-property', `The property "${name}" is not supported on a ${String(component.type)}.`);
    else report(path, 'component-unsafe', `The property "${name}" is not allowed: ${reason}.`);
  }
}

function checkOptions(component: Record<string, unknown>, path: string, report: Report): void {
  if (!['select', 'radio', 'selectboxes'].includes(component.type as string)) return;
  if (component.type === 'select' && component.dataSrc !== undefined && component.dataSrc !== 'values')
    return report(path, 'component-unsafe', `The property "dataSrc" must be "values": "${String(component.dataSrc)}" fetches from elsewhere or runs code.`);
  const data = isRecord(component.data) ? component.data : {};
  const extra = Object.entries(data).filter(([name, value]) => name !== 'values' && !saysNothing(value));
  for (const [name] of extra) report(path, 'component-unsafe', `The property "data.${name}" is not allowed: only values in the form itself are.`);
  const values = component.type === 'select' ? data.values : component.values;
  if (!Array.isArray(values) || values.length === 0) return report(path, 'component-options', 'The options are missing.');
  const seen = new Set<string>();
  for (const option of values) {
    if (!isRecord(option) || typeof option.label !== 'string' || !['string', 'number'].includes(typeof option.value) || option.value === '') return report(path, 'component-options', 'An option is an object with a label and a value.');
    const name = String(option.value);
    checkText(option.label, path, `option "${name}"`, report);
    if (seen.has(name)) report(path, 'component-options', `The option "${name}" stands twice.`);
    if (Object.hasOwn(Object.prototype, name)) report(path, 'component-options', `The option "${name}" is reserved.`);
    seen.add(name);
  }
}

function checkDefaults(component: Record<string, unknown>, path: string, report: Report): void {
  if (component.defaultValue !== undefined) for (const text of textsIn(component.defaultValue)) checkText(text, path, 'default value', report);
  if (!saysNothing(component.defaultValue) && !nestedTypes.includes(component.type as string) && !readValue(component as unknown as FormComponent, component.defaultValue as Json).ok) report(path, 'component-default', 'The default value is not one that the field can have.');
  if (isRecord(component.widget)) for (const [name, value] of Object.entries(component.widget)) if (/function|url|template/i.test(name) && !saysNothing(value)) report(path, 'component-unsafe', `The property "widget.${name}" is not allowed: it holds code.`);
  if (isRecord(component.datePicker)) for (const name of ['disableFunction', 'minDate', 'maxDate']) if (!saysNothing(component.datePicker[name])) report(path, 'component-unsafe', `The property "datePicker.${name}" is not allowed: it may hold code; give the custom property "valid" a FEEL expression.`);
  if (typeof component.customClass === 'string' && !/^[\w -]*$/.test(component.customClass)) report(path, 'component-property', 'The property "customClass" holds class names only.');
  if (component.type === 'button' && component.action !== undefined && component.action !== 'submit') report(path, 'component-unsafe', `A button submits; its action "${String(component.action)}" is not allowed.`);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

function below(component: Record<string, unknown>, path: string): Below {
  const lists = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const inside = (value: unknown): unknown[] => (isRecord(value) ? lists(value.components) : []);
  const type = component.type as string;
  if (nestedTypes.includes(type)) return { layout: [], nested: { components: lists(component.components), path } };
  if (!layoutTypes.includes(type)) return nothingBelow;
  if (type === 'columns') return { layout: lists(component.columns).flatMap(inside), nested: null };
  if (type === 'table') return { layout: lists(component.rows).flatMap(lists).flatMap(inside), nested: null };
  if (type === 'tabs') return { layout: lists(component.components).flatMap(inside), nested: null };
  return { layout: lists(component.components), nested: null };
}
