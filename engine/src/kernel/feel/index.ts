/** FEEL: expressions and unary tests compiled once, evaluated purely, within a budget. */
export { compileExpression, compileUnaryTests, type CompiledExpression, type CompiledUnaryTests, type CompileOptions, type Evaluation } from './feel.ts';
export { fromJson, toJson, type Json } from './json.ts';
export { emptyScope, scopeOf, type FeelScope } from './scope.ts';
export { builtinSignatures } from './functions/builtins.ts';
export { describe as describeValue } from './operations/describe.ts';
export { equalValues, parseTemporal } from './values-door.ts';
export { toDouble, type FeelNumber } from './decimal.ts';
export { isList, kindOf, type FeelContext, type FeelKind, type FeelValue } from './values.ts';
export type { Budget, Dialect, FeelEnvironment, FeelWarning, FeelWarningType, HaltReason } from './run.ts';
export type { FeelSyntaxError } from './syntax/reader.ts';
export { failure, success, type Result } from './result.ts';
