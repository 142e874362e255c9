import type { ArithmeticOperator, ComparisonOperator, Expression } from './ast.ts';
import { parseConditional, parseFor, parseQuantified } from './parse-control-flow.ts';
import { parseFunctionDefinition } from './parse-function.ts';
import { parsePostfix } from './parse-postfix.ts';
import { parseType } from './parse-type.ts';
import { parseTest } from './parse-unary-tests.ts';
import { grow } from './grow.ts';
import type { Reader } from './reader.ts';

/** An expression of any kind, at any place where the grammar allows one. */
export function parseAny(reader: Reader): Expression {
  return reader.nested(() => parseControlFlow(reader) ?? parseDisjunction(reader));
}

/** An expression that begins with a keyword, or null. */
export function parseControlFlow(reader: Reader): Expression | null {
  if (reader.names.match(reader.source, reader.position)) return null;
  if (reader.takesWord('if')) return parseConditional(reader);
  if (reader.takesWord('for')) return parseFor(reader);
  if (reader.takesWord('some')) return parseQuantified(reader, 'some');
  if (reader.takesWord('every')) return parseQuantified(reader, 'every');
  if (reader.takesWord('function')) return parseFunctionDefinition(reader);
  return null;
}

function parseDisjunction(reader: Reader): Expression {
  const operands = [parseConjunction(reader)];
  while (reader.takesWord('or')) operands.push(parseConjunction(reader));
  const [only] = operands;
  return operands.length === 1 && only ? only : grow({ kind: 'or', operands }, operands);
}

function parseConjunction(reader: Reader): Expression {
  const operands = [parseComparison(reader)];
  while (reader.takesWord('and')) operands.push(parseComparison(reader));
  const [only] = operands;
  return operands.length === 1 && only ? only : grow({ kind: 'and', operands }, operands);
}

function parseComparison(reader: Reader): Expression {
  const unary = reader.dialect === 'camunda' && !reader.inTests && reader.sees('=') ? null : takeComparisonOperator(reader);
  if (unary) {
    const operand = parseAdditive(reader);
    return grow({ kind: 'unary range', operator: unary, operand }, [operand]);
  }
  let left = parseAdditive(reader);
  for (;;) {
    const next = parseComparisonTail(reader, left);
    if (!next) return left;
    left = next;
  }
}

function parseComparisonTail(reader: Reader, left: Expression): Expression | null {
  const operator = takeComparisonOperator(reader);
  if (operator) {
    const right = parseAdditive(reader);
    return grow({ kind: 'comparison', operator, left, right }, [left, right]);
  }
  if (reader.takesWord('between')) {
    const low = parseAdditive(reader);
    reader.expectWord('and');
    const high = parseAdditive(reader);
    return grow({ kind: 'between', value: left, low, high }, [left, low, high]);
  }
  if (reader.takesWord('in')) return parseMembership(reader, left);
  if (reader.seesWord('instance')) {
    reader.takesWord('instance');
    reader.expectWord('of');
    return grow({ kind: 'instance of', value: left, type: parseType(reader) }, [left]);
  }
  return null;
}

/** `x in test` or `x in (test, test)`; a parenthesis may also begin an open range or a longer expression. */
function parseMembership(reader: Reader, value: Expression): Expression {
  const start = reader.position;
  if (reader.takes('(')) {
    const tests = [parseTest(reader)];
    while (reader.takes(',')) tests.push(parseTest(reader));
    if (reader.takes(')')) {
      if (tests.length > 1 || !continuesOperand(reader)) return grow({ kind: 'in', value, tests }, [value, ...tests]);
    }
    reader.position = start;
  }
  const tests = [parseTest(reader, true)];
  return grow({ kind: 'in', value, tests }, [value, ...tests]);
}

const continuesOperand = (reader: Reader): boolean => ['+', '-', '*', '/', '.', '['].some((sign) => reader.sees(sign));

export function takeComparisonOperator(reader: Reader): ComparisonOperator | null {
  for (const operator of ['<=', '>=', '!=', '<', '>', '='] as const) if (reader.takes(operator)) return operator;
  return null;
}

export function parseAdditive(reader: Reader): Expression {
  let left = parseMultiplicative(reader);
  for (;;) {
    const operator: ArithmeticOperator | null = reader.takes('+') ? '+' : reader.takes('-') ? '-' : null;
    if (!operator) return left;
    const right = parseMultiplicative(reader);
    left = grow({ kind: 'arithmetic', operator, left, right }, [left, right]);
  }
}

function parseMultiplicative(reader: Reader): Expression {
  let left = parseExponentiation(reader);
  for (;;) {
    const operator: ArithmeticOperator | null = reader.sees('**') ? null : reader.takes('*') ? '*' : reader.takes('/') ? '/' : null;
    if (!operator) return left;
    const right = parseExponentiation(reader);
    left = grow({ kind: 'arithmetic', operator, left, right }, [left, right]);
  }
}

function parseExponentiation(reader: Reader): Expression {
  let left = parseNegation(reader);
  while (reader.takes('**')) {
    const right = parseNegation(reader);
    left = grow({ kind: 'arithmetic', operator: '**', left, right }, [left, right]);
  }
  return left;
}

function parseNegation(reader: Reader): Expression {
  if (!reader.takes('-')) return parsePostfix(reader);
  const operand = reader.nested(() => parseNegation(reader));
  return grow({ kind: 'negation', operand }, [operand]);
}
