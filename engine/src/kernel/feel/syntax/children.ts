import type { Expression } from './ast.ts';

/** The expressions directly inside an expression. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'temporal':
    case 'name':
    case 'input':
      return [];
    case 'list':
      return expression.items;
    case 'context':
      return expression.entries.map(({ value }) => value);
    case 'range':
      return [expression.start, expression.end];
    case 'unary range':
    case 'negation':
      return [expression.operand];
    case 'arithmetic':
    case 'comparison':
      return [expression.left, expression.right];
    case 'between':
      return [expression.value, expression.low, expression.high];
    case 'in':
      return [expression.value, ...expression.tests];
    case 'instance of':
      return [expression.value];
    case 'and':
    case 'or':
      return expression.operands;
    case 'if':
      return [expression.condition, expression.then, expression.otherwise];
    case 'for':
    case 'some':
    case 'every':
      return [...expression.iterators.flatMap((iterator) => ('source' in iterator ? [iterator.source] : [iterator.from, iterator.to])), expression.body];
    case 'path':
      return [expression.source];
    case 'filter':
      return [expression.source, expression.condition];
    case 'invocation':
      return [expression.callee, ...('positional' in expression.arguments ? expression.arguments.positional : expression.arguments.named.map(({ value }) => value))];
    case 'function':
      return expression.body ? [expression.body] : [];
  }
}
