import type { FeelNumber } from '../decimal.ts';

/** A parsed expression. `depth` is the height of the tree, what evaluating it may need of the stack. */
export type Expression = (
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: FeelNumber }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'temporal'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'input' }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'context'; readonly entries: readonly ContextEntry[] }
  | RangeExpression
  | UnaryRangeExpression
  | { readonly kind: 'negation'; readonly operand: Expression }
  | { readonly kind: 'arithmetic'; readonly operator: ArithmeticOperator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'comparison'; readonly operator: ComparisonOperator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'between'; readonly value: Expression; readonly low: Expression; readonly high: Expression }
  | { readonly kind: 'in'; readonly value: Expression; readonly tests: readonly Expression[] }
  | { readonly kind: 'instance of'; readonly value: Expression; readonly type: TypeExpression }
  | { readonly kind: 'and'; readonly operands: readonly Expression[] }
  | { readonly kind: 'or'; readonly operands: readonly Expression[] }
  | { readonly kind: 'if'; readonly condition: Expression; readonly then: Expression; readonly otherwise: Expression }
  | { readonly kind: 'for'; readonly iterators: readonly Iterator[]; readonly body: Expression }
  | { readonly kind: 'some' | 'every'; readonly iterators: readonly Iterator[]; readonly body: Expression }
  | { readonly kind: 'path'; readonly source: Expression; readonly name: string }
  | { readonly kind: 'filter'; readonly source: Expression; readonly condition: Expression }
  | { readonly kind: 'invocation'; readonly callee: Expression; readonly arguments: InvocationArguments }
  | FunctionExpression
) & { readonly depth: number };

export interface ContextEntry {
  readonly name: string;
  readonly value: Expression;
}

export interface RangeExpression {
  readonly kind: 'range';
  readonly start: Expression;
  readonly startIncluded: boolean;
  readonly end: Expression;
  readonly endIncluded: boolean;
}

/** `< 5` where a value stands: a range without one bound; with `=` and `!=` only as a test. */
export interface UnaryRangeExpression {
  readonly kind: 'unary range';
  readonly operator: ComparisonOperator;
  readonly operand: Expression;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** What a variable of `for`, `some` or `every` runs over: a list, or the whole numbers (or days) from one to another. */
export type Iterator =
  | { readonly name: string; readonly source: Expression }
  | { readonly name: string; readonly from: Expression; readonly to: Expression };

export type InvocationArguments =
  | { readonly positional: readonly Expression[] }
  | { readonly named: readonly { readonly name: string; readonly value: Expression }[] };

export interface FunctionExpression {
  readonly kind: 'function';
  readonly parameters: readonly { readonly name: string; readonly type: TypeExpression | null }[];
  /** Null for an external function, which is refused when it is called. */
  readonly body: Expression | null;
}

/** A type as written: `number`, `list<string>`, `context<a: number>`, `function<number> -> string`, `range<date>`, or a name that the model defines. */
export type TypeExpression =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'list'; readonly item: TypeExpression }
  | { readonly kind: 'range'; readonly item: TypeExpression }
  | { readonly kind: 'context'; readonly entries: readonly { readonly name: string; readonly type: TypeExpression }[] }
  | { readonly kind: 'function'; readonly parameters: readonly TypeExpression[]; readonly result: TypeExpression };

/** The tests of a decision table's cell: any input, or one of the tests, or none of them. */
export type UnaryTests = { readonly kind: 'any' } | { readonly kind: 'tests'; readonly negated: boolean; readonly tests: readonly Expression[] };
