import { equal } from '../operations/equality.ts';
import { Halt, type Run } from '../run.ts';
import { FeelDateTime, FeelTime, kindOf, type FeelValue } from '../values.ts';
import { define, optional, parameter, type Form } from './define.ts';
import { any, orNull, text } from './types.ts';

export const booleanFunctions: readonly Form[] = [
  define('not', [parameter('negand', any)], (run, negand) =>
    typeof negand === 'boolean' ? !negand : negand === null ? null : run.warn('FUNCTION_INVOCATION_FAILURE', "Failed to invoke function 'not': expected boolean"),
  ),
  define('is defined', [parameter('value', any)], (_, value) => value !== null),
  define('get or else', [parameter('value', any), parameter('default', any)], (_, value, otherwise) => value ?? otherwise),
  define('is', [parameter('value1', any), parameter('value2', any)], (run, a, b) => isSame(a, b, run)),
  define('assert', [parameter('value', any), parameter('condition', any), optional('cause', orNull(text))], (run, value, condition, cause) => {
    if (condition === true) return value;
    const message = cause ?? 'The condition is not fulfilled';
    run.warn('ASSERT_FAILURE', message);
    throw new Halt('assertion', message);
  }),
  define('fromAi', [parameter('value', any), optional('description', any), optional('type', any), optional('schema', any), optional('options', any)], (_, value) => value),
];

/** Same kind and same value; unlike `=`, times at different places are never the same. */
function isSame(a: FeelValue, b: FeelValue, run: Run): boolean {
  if (kindOf(a) !== kindOf(b) || equal(a, b, run) !== true) return false;
  return !(isPlaced(a) && isPlaced(b)) || (a.offset === b.offset && a.zone === b.zone);
}

const isPlaced = (value: FeelValue): value is FeelTime | FeelDateTime => value instanceof FeelTime || value instanceof FeelDateTime;
