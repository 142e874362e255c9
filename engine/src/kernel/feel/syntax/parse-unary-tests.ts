import type { Expression, UnaryTests } from './ast.ts';
import { parseAny, parseAdditive, takeComparisonOperator } from './parse-expression.ts';
import { grow } from './grow.ts';
import type { Reader } from './reader.ts';

/** The content of a decision table's cell: `-`, tests parted by commas, or `not(` tests `)`. */
export function parseUnaryTests(reader: Reader): UnaryTests {
  if (reader.source.slice(reader.position).trim() === '-') {
    reader.expect('-');
    return { kind: 'any' };
  }
  reader.inTests = true;
  const start = reader.position;
  if (reader.seesWord('not')) {
    reader.takesWord('not');
    if (reader.takes('(')) {
      const tests = parseTests(reader);
      if (reader.takes(')') && reader.ended) return { kind: 'tests', negated: true, tests };
    }
    reader.position = start;
  }
  return { kind: 'tests', negated: false, tests: parseTests(reader) };
}

function parseTests(reader: Reader): Expression[] {
  const tests = [parseTest(reader)];
  while (reader.takes(',')) tests.push(parseTest(reader));
  return tests;
}

/** One test: a comparison with the input (`< 5`), or an expression. As an operand of `in` it ends before `and` and `or`. */
export function parseTest(reader: Reader, operand = false): Expression {
  if (!operand) return parseAny(reader);
  const operator = takeComparisonOperator(reader);
  const value = parseAdditive(reader);
  return operator ? grow({ kind: 'unary range', operator, operand: value }, [value]) : value;
}
