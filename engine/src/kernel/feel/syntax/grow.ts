import type { Expression } from './ast.ts';
import { SyntaxFailure, tallestTree } from './reader.ts';

type Bare = Expression extends infer E ? (E extends { readonly depth: number } ? Omit<E, 'depth'> : never) : never;

/** Makes a node one higher than its highest child; refuses trees that would overflow the stack when they run. */
export function grow(node: Bare, children: readonly Expression[]): Expression {
  let depth = 1;
  for (const child of children) if (child.depth >= depth) depth = child.depth + 1;
  if (depth > tallestTree) throw new SyntaxFailure(`the expression is more than ${tallestTree} operations deep`, 0);
  return { ...node, depth } as Expression;
}
