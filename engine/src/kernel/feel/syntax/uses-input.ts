import type { Expression } from './ast.ts';
import { childrenOf } from './children.ts';

/** Whether an expression names the value tested, as `?`. */
export const usesInput = (expression: Expression): boolean => expression.kind === 'input' || childrenOf(expression).some(usesInput);
