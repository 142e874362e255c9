import type { FeelFunction } from '../values.ts';
import { booleanFunctions } from './boolean.ts';
import { businessFunctions } from './business-days.ts';
import { contextFunctions } from './contexts.ts';
import { conversionFunctions } from './conversion.ts';
import { toFunction, type Form } from './define.ts';
import { listFunctions } from './lists.ts';
import { listAggregates } from './list-aggregates.ts';
import { numberFunctions } from './numbers.ts';
import { patternFunctions } from './patterns.ts';
import { rangeFunctions } from './ranges.ts';
import { refusedFunctions } from './refused.ts';
import { stringFunctions } from './strings.ts';
import { temporalFunctions } from './temporal.ts';

let functions: Map<string, FeelFunction> | null = null;

function all(): Map<string, FeelFunction> {
  if (functions) return functions;
  const forms = new Map<string, Form[]>();
  for (const form of [
    ...conversionFunctions,
    ...booleanFunctions,
    ...stringFunctions,
    ...patternFunctions,
    ...listFunctions,
    ...listAggregates,
    ...numberFunctions,
    ...rangeFunctions,
    ...temporalFunctions,
    ...contextFunctions,
    ...businessFunctions,
    ...refusedFunctions,
  ]) {
    forms.set(form.name, [...(forms.get(form.name) ?? []), form]);
  }
  functions = new Map([...forms].map(([name, group]) => [name, toFunction(name, group)]));
  return functions;
}

/** The built-in function of a name. */
export const builtinFunction = (name: string): FeelFunction | undefined => all().get(name);

/** All built-in functions with the parameters of their widest form, for editors and documentation. */
export const builtinSignatures = (): { readonly name: string; readonly parameters: readonly string[] }[] =>
  [...all().values()].map(({ name, parameters }) => ({ name, parameters }));
