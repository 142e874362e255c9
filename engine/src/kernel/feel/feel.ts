import { compile } from './compile/compile-expression.ts';
import { compileUnaryTests as compileTests } from './compile/compile-tests.ts';
import { measure } from './operations/measure.ts';
import { freeVariablesOf } from './free-variables.ts';
import { success, type Result } from './result.ts';
import { Halt, Run, type Dialect, type FeelEnvironment, type FeelWarning, type HaltReason } from './run.ts';
import type { FeelScope } from './scope.ts';
import { parseExpressionText, parseUnaryTestsText, type SyntaxOptions } from './syntax/parse.ts';
import type { FeelSyntaxError } from './syntax/reader.ts';
import type { FeelValue } from './values.ts';

/** What an evaluation yields. Warnings say why a part of it became null. */
export type Evaluation<T = FeelValue> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly FeelWarning[] }
  | { readonly ok: false; readonly reason: HaltReason; readonly message: string; readonly warnings: readonly FeelWarning[] };

export interface CompiledExpression {
  readonly source: string;
  /** The variables it reads, but for functions it calls by name. */
  readonly freeVariables: readonly string[];
  evaluate(scope: FeelScope, environment: FeelEnvironment): Evaluation;
}

export interface CompiledUnaryTests {
  readonly source: string;
  /** Whether the tests accept the input: null where that can't be said. */
  evaluate(input: FeelValue, scope: FeelScope, environment: FeelEnvironment): Evaluation<boolean | null>;
}

/** How a text is read: Camunda's dialect by default. Names that are more than one identifier must be told, or be written in backticks. */
export interface CompileOptions {
  readonly dialect?: Dialect;
  /** Variables with spaces or signs in their names. */
  readonly names?: readonly string[];
  /** Context entries with spaces or signs in their names. */
  readonly properties?: readonly string[];
}

const expressions = new Map<string, Result<CompiledExpression, FeelSyntaxError[]>>();
const unaryTests = new Map<string, Result<CompiledUnaryTests, FeelSyntaxError[]>>();
const mostKept = 5_000;

/** Compiles an expression, without the `=` that marks one in BPMN. The same text is compiled once. */
export function compileExpression(source: string, options: CompileOptions = {}): Result<CompiledExpression, FeelSyntaxError[]> {
  return kept(expressions, source, options, (complete) => {
    const parsed = parseExpressionText(source, complete);
    if (!parsed.ok) return parsed;
    const code = compile(parsed.value);
    return success({
      source,
      freeVariables: freeVariablesOf(parsed.value),
      evaluate: (scope, environment) => evaluate(environment, complete.dialect, (run) => code(scope, run)),
    });
  });
}

/** Compiles the tests of a decision table's cell. */
export function compileUnaryTests(source: string, options: CompileOptions = {}): Result<CompiledUnaryTests, FeelSyntaxError[]> {
  return kept(unaryTests, source, options, (complete) => {
    const parsed = parseUnaryTestsText(source, complete);
    if (!parsed.ok) return parsed;
    const tests = compileTests(parsed.value);
    return success({
      source,
      evaluate: (input, scope, environment) => evaluate(environment, complete.dialect, (run) => tests(input, scope, run)),
    });
  });
}

function kept<T>(cache: Map<string, T>, source: string, { dialect = 'camunda', names = [], properties = [] }: CompileOptions, make: (options: SyntaxOptions) => T): T {
  const key = `${dialect}\n${names.join('\t')}\n${properties.join('\t')}\n${source}`;
  const known = cache.get(key);
  if (known) return known;
  const made = make({ dialect, names, properties });
  if (cache.size >= mostKept) cache.clear();
  cache.set(key, made);
  return made;
}

function evaluate<T extends FeelValue>(environment: FeelEnvironment, dialect: Dialect, work: (run: Run) => T): Evaluation<T> {
  const run = new Run(environment, dialect);
  try {
    run.charge(1);
    const value = work(run);
    measure(value, run);
    return { ok: true, value, warnings: run.warnings };
  } catch (error) {
    if (error instanceof Halt) return { ok: false, reason: error.reason, message: error.message, warnings: run.warnings };
    throw error;
  }
}
