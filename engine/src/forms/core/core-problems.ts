import type { FormComponent, FormSchema } from '../schema/form-schema.ts';
import { fieldsOf } from '../schema/form-schema.ts';
import type { Problem, ProblemCode } from '../values/problem-codes.ts';
import type { CoreError } from './evaluate-form.ts';

const codes: Readonly<Record<string, ProblemCode>> = {
  required: 'required', array_nonempty: 'required', minLength: 'too-short', maxLength: 'too-long', min: 'too-small', max: 'too-large',
  minSelectedCount: 'too-few-chosen', maxSelectedCount: 'too-many-chosen', invalidDate: 'not-a-date', invalid_email: 'not-an-email',
};

/** Form.io's errors as problems of ours; words that JSONLogic gave are the form's own. */
export function coreProblems(schema: FormSchema, errors: readonly CoreError[]): Problem[] {
  return errors.map(({ path, said, rule, limit }) => {
    const label = labelAt(schema.components, path);
    const base = { path, ...(label !== undefined && { label }), ...(limit !== null && { limit }) };
    if (rule === 'json') return { ...base, code: 'rule' as const, ...(said !== 'jsonLogic' && { words: said }) };
    return { ...base, code: codes[said] ?? 'wrong-type' };
  });
}

function labelAt(components: readonly FormComponent[], path: string): string | undefined {
  const [key, ...rest] = [...path.matchAll(/[^.[\]]+/g)].map(([step]) => step).filter((step) => !/^\d+$/.test(step));
  const component = fieldsOf(components).find((field) => field.component.key === key)?.component;
  return component === undefined || rest.length === 0 ? component?.label : labelAt(component.components ?? [], rest.join('.'));
}
