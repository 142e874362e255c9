import { compileExpression, scopeOf, toJson, type FeelEnvironment } from '../../kernel/feel/index.ts';
import type { Json, JsonObject } from '../../kernel/index.ts';
import { childrenOf, layoutTypes, nestedTypes, type FormComponent } from '../schema/form-schema.ts';
import type { Problem } from '../values/problem-codes.ts';
import { isObject } from '../values/read-level.ts';

/** What rules are evaluated with. */
export interface RuleContext {
  /** All values by key, over the stored variables; with `outcome`. */
  readonly variables: JsonObject;
  readonly environment: FeelEnvironment;
  /** Paths that conditions hide; their rules don't apply. */
  readonly hidden: ReadonlySet<string>;
  readonly problems: Problem[];
}

/** Checks the form's own rules (custom property `valid`), row by row in tables. A rule that yields null or fails is broken: what can't be shown true is not. */
export function checkRules(components: readonly FormComponent[], values: JsonObject, context: RuleContext, path = '', row: JsonObject | null = null): void {
  for (const component of components) {
    if (layoutTypes.includes(component.type)) {
      checkRules(childrenOf(component), values, context, path, row);
      continue;
    }
    const here = path === '' ? component.key : `${path}.${component.key}`;
    if (component.type === 'button' || component.hidden === true || component.disabled === true || context.hidden.has(here)) continue;
    checkRule(component, here, context, row);
    const value = values[component.key];
    if (component.type === 'container' && isObject(value)) checkRules(component.components ?? [], value, context, here, row);
    else if (nestedTypes.includes(component.type) && Array.isArray(value)) value.forEach((one, i) => isObject(one) && checkRules(component.components ?? [], one, context, `${here}[${i}]`, one));
  }
}

export function checkRule(component: FormComponent, path: string, { variables, environment, problems }: RuleContext, row: JsonObject | null = null): void {
  const { valid, invalid } = component.properties ?? {};
  if (valid === undefined) return;
  if (evaluate(valid, row === null ? variables : { ...variables, row }, environment) !== true) problems.push({ path, code: 'rule', ...(invalid !== undefined && { words: invalid }), ...(component.label !== undefined && { label: component.label }) });
}

/** Fills in what the form computes (custom property `value`), in the order of the form; null where it can't be computed. */
export function computeValues(components: readonly FormComponent[], values: JsonObject, variables: JsonObject, environment: FeelEnvironment): JsonObject {
  let computed = values;
  for (const component of components) {
    if (layoutTypes.includes(component.type)) computed = computeValues(childrenOf(component), computed, variables, environment);
    const value = computed[component.key];
    const expression = component.properties?.value;
    if (expression !== undefined) computed = { ...computed, [component.key]: evaluate(expression, { ...variables, ...computed, row: values }, environment) };
    else if (component.type === 'container' && isObject(value)) computed = { ...computed, [component.key]: computeValues(component.components ?? [], value, { ...variables, ...computed }, environment) };
    else if (nestedTypes.includes(component.type) && Array.isArray(value)) computed = { ...computed, [component.key]: value.map((row) => (isObject(row) ? computeValues(component.components ?? [], row, variables, environment) : row)) };
  }
  return computed;
}

function evaluate(text: string, variables: JsonObject, environment: FeelEnvironment): Json {
  const compiled = compileExpression(text.slice(1));
  if (!compiled.ok) return null;
  const result = compiled.value.evaluate(scopeOf(variables), environment);
  return result.ok ? toJson(result.value) : null;
}
