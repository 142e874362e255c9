import type { Run } from '../run.ts';
import type { TypeExpression } from '../syntax/ast.ts';
import { hasType } from './compile-instance-of.ts';
import { isList, type FeelValue } from '../values.ts';

/** A value as a type wants it, or undefined where it can't be. */
export type Conversion = (value: FeelValue, run: Run) => FeelValue | undefined;

/** A value of another type becomes the only item of a list, or the only item of a list becomes the value (DMN 10.3.2.9.4). */
export function convertTo(type: TypeExpression): Conversion {
  return (value, run) => {
    if (hasType(value, type, run)) return value;
    if (isList(value) && value.length === 1 && type.kind !== 'list') {
      const [only = null] = value;
      return hasType(only, type, run) ? only : undefined;
    }
    if (type.kind === 'list' && hasType([value], type, run)) return [value];
    return undefined;
  };
}
