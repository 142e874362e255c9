export { compileDecisions, type CompiledDecisions } from './compile-decisions.ts';
