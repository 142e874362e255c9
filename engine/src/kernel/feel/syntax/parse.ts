import type { Dialect } from '../run.ts';
import { failure, success, type Result } from '../result.ts';
import type { Expression, UnaryTests } from './ast.ts';
import { parseAny } from './parse-expression.ts';
import { parseUnaryTests } from './parse-unary-tests.ts';
import { describeFailure, Reader, SyntaxFailure, type FeelSyntaxError } from './reader.ts';

/** What the reader knows besides the text. */
export interface SyntaxOptions {
  readonly dialect: Dialect;
  /** Variables whose names are more than one identifier. */
  readonly names: readonly string[];
  /** Names of context entries that are more than one identifier. */
  readonly properties: readonly string[];
}

export const parseExpressionText = (source: string, options: SyntaxOptions): Result<Expression, FeelSyntaxError[]> =>
  parseWhole(source, options, parseAny);

export const parseUnaryTestsText = (source: string, options: SyntaxOptions): Result<UnaryTests, FeelSyntaxError[]> =>
  parseWhole(source, options, parseUnaryTests);

function parseWhole<T>(source: string, options: SyntaxOptions, read: (reader: Reader) => T): Result<T, FeelSyntaxError[]> {
  try {
    const reader = new Reader(source, options.dialect, options.names, options.properties);
    const value = read(reader);
    if (!reader.ended) reader.unexpected('the end');
    return success(value);
  } catch (error) {
    if (error instanceof SyntaxFailure) return failure([describeFailure(source, error)]);
    throw error;
  }
}
