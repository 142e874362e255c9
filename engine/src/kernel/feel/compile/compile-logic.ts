import { describe } from '../operations/describe.ts';
import type { Run } from '../run.ts';
import type { FeelValue } from '../values.ts';
import type { Code } from './code.ts';

/** True, false, or null for anything else; what is neither is told. */
export function truthOf(value: FeelValue, run: Run): boolean | null {
  if (value === true || value === false) return value;
  return run.warn('INVALID_TYPE', `Expected boolean but found '${describe(value)}'`);
}

/** False as soon as one operand is false; null where one is not known. */
export function compileConjunction(operands: readonly Code[]): Code {
  return (scope, run) => {
    let known = true;
    for (const operand of operands) {
      const truth = truthOf(operand(scope, run), run);
      if (truth === false) return false;
      if (truth === null) known = false;
    }
    return known ? true : null;
  };
}

/** True as soon as one operand is true; null where one is not known. */
export function compileDisjunction(operands: readonly Code[]): Code {
  return (scope, run) => {
    let known = true;
    for (const operand of operands) {
      const truth = truthOf(operand(scope, run), run);
      if (truth === true) return true;
      if (truth === null) known = false;
    }
    return known ? false : null;
  };
}

export function compileConditional(condition: Code, then: Code, otherwise: Code): Code {
  return (scope, run) => (truthOf(condition(scope, run), run) === true ? then(scope, run) : otherwise(scope, run));
}
