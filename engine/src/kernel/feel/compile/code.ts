import type { Run } from '../run.ts';
import type { FeelScope } from '../scope.ts';
import type { FeelValue } from '../values.ts';

/** A compiled expression: a closure over its parts. */
export type Code = (scope: FeelScope, run: Run) => FeelValue;

/** Looks a type up that the model defines. */
export type TypeCheck = (value: FeelValue) => boolean;
