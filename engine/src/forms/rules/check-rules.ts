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

/** Where the check is in the form: `path` as errors name it, `place` with layout and without rows, as Form.io names what it hides. */
interface Position {
  readonly path: string;
  readonly place: string;
  readonly row: JsonObject | null;
}

const top: Position = { path: '', place: '', row: null };

/** Checks the form's own rules (custom property `valid`), row by row in tables. A rule that yields null or fails is broken: what can't be shown true is not. */
export function checkRules(components: readonly FormComponent[], values: JsonObject, context: RuleContext, at: Position = top): void {
  for (const component of components) {
    const { key } = component;
    const [path, place] = [joined(at.path, key), joined(at.place, key)];
    if (component.type === 'button' || component.hidden === true || component.disabled === true || context.hidden.has(path) || context.hidden.has(place)) continue;
    if (layoutTypes.includes(component.type)) {
      checkRules(childrenOf(component), values, context, { ...at, place });
      continue;
    }
    checkRule(component, path, context, at.row);
    const value = values[key];
    if (component.type === 'container' && isObject(value)) checkRules(component.components ?? [], value, context, { path, place, row: at.row });
    else if (nestedTypes.includes(component.type) && Array.isArray(value)) value.forEach((row, i) => isObject(row) && checkRules(component.components ?? [], row, context, { path: `${path}[${i}]`, place, row }));
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

const joined = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
