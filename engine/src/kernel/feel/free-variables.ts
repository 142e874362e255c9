import type { Expression, Iterator } from './syntax/ast.ts';
import { childrenOf } from './syntax/children.ts';

/** The variables that an expression reads from its surroundings, in order of first use; functions that it calls by name are not among them. */
export function freeVariablesOf(expression: Expression): string[] {
  const found = new Set<string>();
  visit(expression, new Set(), found);
  return [...found];
}

function visit(expression: Expression, bound: ReadonlySet<string>, found: Set<string>): void {
  switch (expression.kind) {
    case 'name':
      if (!bound.has(expression.name)) found.add(expression.name);
      return;
    case 'for':
    case 'some':
    case 'every':
      visit(expression.body, visitIterators(expression.iterators, bound, found), found);
      return;
    case 'context': {
      const inner = new Set(bound);
      for (const { name, value } of expression.entries) {
        visit(value, inner, found);
        inner.add(name);
      }
      return;
    }
    case 'filter':
      visit(expression.source, bound, found);
      visit(expression.condition, new Set([...bound, 'item']), found);
      return;
    case 'function':
      if (expression.body) visit(expression.body, new Set([...bound, ...expression.parameters.map(({ name }) => name)]), found);
      return;
    case 'invocation':
      for (const child of childrenOf(expression)) {
        if (child !== expression.callee || child.kind !== 'name') visit(child, bound, found);
      }
      return;
    default:
      for (const child of childrenOf(expression)) visit(child, bound, found);
  }
}

function visitIterators(iterators: readonly Iterator[], bound: ReadonlySet<string>, found: Set<string>): Set<string> {
  const inner = new Set([...bound, 'partial']);
  for (const iterator of iterators) {
    if ('source' in iterator) visit(iterator.source, inner, found);
    else {
      visit(iterator.from, inner, found);
      visit(iterator.to, inner, found);
    }
    inner.add(iterator.name);
  }
  return inner;
}
