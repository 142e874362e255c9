import { failure, success, type Result } from '../result.ts';
import { parseExpressionText, parseUnaryTestsText } from '../syntax/parse.ts';
import type { FeelSyntaxError } from '../syntax/reader.ts';
import type { Run } from '../run.ts';
import type { FeelScope } from '../scope.ts';
import type { FeelValue } from '../values.ts';
import type { Code } from './code.ts';
import { compile } from './compile-expression.ts';
import { compileUnaryTests } from './compile-tests.ts';

/** Names of more than one identifier that stand in the texts of a decision model. */
export interface ModelNames {
  readonly names: readonly string[];
  readonly properties: readonly string[];
}

export type TestsCode = (input: FeelValue, scope: FeelScope, run: Run) => boolean | null;

const noNames: ModelNames = { names: [], properties: [] };

/** Compiles a text of a decision model, for use within an evaluation that is already under way. */
export function compileExpressionCode(text: string, names: ModelNames = noNames): Result<Code, FeelSyntaxError> {
  const parsed = parseExpressionText(text, { dialect: 'standard', ...names });
  return parsed.ok ? success(compile(parsed.value)) : failure(parsed.error[0] as FeelSyntaxError);
}

export function compileUnaryTestsCode(text: string, names: ModelNames = noNames): Result<TestsCode, FeelSyntaxError> {
  const key = names === noNames ? text : null;
  const known = key === null ? undefined : kept.get(key);
  if (known) return known;
  const parsed = parseUnaryTestsText(text, { dialect: 'standard', ...names });
  const made: Result<TestsCode, FeelSyntaxError> = parsed.ok ? success(compileUnaryTests(parsed.value)) : failure(parsed.error[0] as FeelSyntaxError);
  if (kept.size > 1_000) kept.clear();
  if (key !== null) kept.set(key, made);
  return made;
}

const kept = new Map<string, Result<TestsCode, FeelSyntaxError>>();
