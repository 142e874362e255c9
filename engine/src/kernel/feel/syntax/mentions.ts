import type { Expression } from './ast.ts';
import { childrenOf } from './children.ts';

/** Whether a name is read anywhere in an expression. */
export const mentions = (expression: Expression, name: string): boolean =>
  (expression.kind === 'name' && expression.name === name) || childrenOf(expression).some((child) => mentions(child, name));
