import { charactersPerStep } from '../operations/arithmetic.ts';
import { describe } from '../operations/describe.ts';
import type { Dialect, Run } from '../run.ts';
import { FeelFunction, isList, type Arguments, type FeelList, type FeelValue } from '../values.ts';
import type { Type } from './types.ts';

/** A parameter of a built-in function. One that may be left out is null then. */
export interface Parameter<T> {
  readonly names: readonly string[];
  readonly type: Type<T>;
  readonly optional: boolean;
}

/** A parameter by its name. A name after `camunda:` is another one, known in Camunda's dialect only. */
export const parameter = <T>(names: string | readonly string[], type: Type<T>): Parameter<T> => ({
  names: typeof names === 'string' ? [names] : names,
  type,
  optional: false,
});

/** A parameter that may be left out. */
export const optional = <T>(names: string | readonly string[], type: Type<T>): Parameter<T | null> => ({
  ...parameter<T | null>(names, type),
  optional: true,
});

type Values<P extends readonly Parameter<unknown>[]> = { [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

/** One form of a built-in function. Its result null without a warning is a null by rule. */
export interface Form {
  readonly name: string;
  readonly parameters: readonly Parameter<unknown>[];
  /** Takes any number of arguments, or one list of them, as its only parameter. */
  readonly variadic: boolean;
  /** Takes any number of arguments from its last parameter on, as a list. */
  readonly rest?: true;
  readonly invoke: (run: Run, given: readonly unknown[]) => FeelValue;
}

export function define<const P extends readonly Parameter<unknown>[]>(name: string, parameters: P, invoke: (run: Run, ...given: Values<P>) => FeelValue): Form {
  return { name, parameters, variadic: false, invoke: (run, given) => invoke(run, ...(given as Values<P>)) };
}

/** A function of a list that may also be given as so many arguments. */
export function defineVariadic(name: string, invoke: (run: Run, list: FeelList) => FeelValue, listType: Type<FeelList>, parameterName = 'list'): Form {
  return { name, parameters: [parameter(parameterName, listType)], variadic: true, invoke: (run, given) => invoke(run, given[0] as FeelList) };
}

/** A function whose last parameter takes all arguments that are left, at least one. */
export function defineWithRest(name: string, first: Parameter<FeelList>, restName: string, invoke: (run: Run, first: FeelList, rest: FeelList) => FeelValue): Form {
  return {
    name,
    parameters: [first, { names: [restName], type: { name: 'Any', read: (value) => value }, optional: false }],
    variadic: false,
    rest: true,
    invoke: (run, [given, rest]) => invoke(run, given as FeelList, rest as FeelList),
  };
}

/** Says why a function yields null. */
export const failed = (run: Run, name: string, reason: string): null => run.warn('FUNCTION_INVOCATION_FAILURE', `Failed to invoke function '${name}': ${reason}`);

/** Makes one function of all forms of a name. */
export function toFunction(name: string, forms: readonly Form[]): FeelFunction {
  const widest = forms.reduce((most, form) => (form.parameters.length > most.length ? form.parameters : most), forms[0]?.parameters ?? []);
  return new FeelFunction(name, widest.map(({ names }) => names[0] ?? ''), (given, run) => invokeFitting(name, forms, given, run));
}

function invokeFitting(name: string, forms: readonly Form[], given: Arguments, run: Run): FeelValue {
  const candidates: { readonly form: Form; readonly values: readonly Given[] }[] = [];
  for (const form of forms) {
    const values = arrange(form, given, run.dialect);
    if (!values) continue;
    candidates.push({ form, values });
    const read = readArguments(form, values, false);
    if (read) {
      chargeTexts(values, run);
      return form.invoke(run, read);
    }
  }
  for (const { form, values } of run.dialect === 'standard' ? candidates : []) {
    const read = readArguments(form, values, true);
    if (read) return form.invoke(run, read);
  }
  const [candidate] = candidates;
  if (!candidate) return run.warn('NO_FUNCTION_FOUND', `No function found with name '${name}' and ${describeArguments(given)}`);
  return failed(run, name, mismatch(candidate.form, candidate.values));
}

/** Every function may look at all of a text. */
function chargeTexts(values: readonly Given[], run: Run): void {
  for (const value of values) if (typeof value === 'string' && value.length >= charactersPerStep) run.charge(Math.floor(value.length / charactersPerStep));
}

/** An argument, undefined where it is left out. */
type Given = FeelValue | undefined;

/** The arguments in the order of a form's parameters, or null where they are too many, too few or of other names. */
function arrange(form: Form, given: Arguments, dialect: Dialect): readonly Given[] | null {
  const { parameters } = form;
  if ('named' in given) {
    const values = arrangeNamed(parameters, given.named, dialect);
    return values && form.rest ? values.with(-1, [values.at(-1) ?? null]) : values;
  }
  const { positional } = given;
  if (form.variadic) {
    if (positional.length === 0 && dialect === 'standard') return null;
    return [positional.length === 1 && isList(positional[0] ?? null) ? (positional[0] ?? null) : positional];
  }
  if (form.rest) {
    const before = parameters.length - 1;
    return positional.length > before ? [...positional.slice(0, before), positional.slice(before)] : null;
  }
  if (positional.length > parameters.length) return null;
  if (parameters.slice(positional.length).some((missing) => !missing.optional)) return null;
  return parameters.map((_, i) => positional[i]);
}

/** A parameter that is not named is left out, or null. */
function arrangeNamed(parameters: Form['parameters'], named: ReadonlyMap<string, FeelValue>, dialect: Dialect): readonly Given[] | null {
  const values: Given[] = parameters.map(() => undefined);
  for (const [name, value] of named) {
    const at = parameters.findIndex(({ names }) => names.includes(name) || (dialect === 'camunda' && names.includes(`camunda:${name}`)));
    if (at < 0) return null;
    values[at] = value;
  }
  return values.map((value, i) => (value === undefined && !parameters[i]?.optional ? null : value));
}

/** Reads the arguments by their types; with `coerce`, a lone value may stand for a list, and a list of one for its item. */
function readArguments({ parameters }: Form, values: readonly Given[], coerce: boolean): readonly unknown[] | null {
  const read: unknown[] = [];
  for (const [i, { type, optional: mayMiss }] of parameters.entries()) {
    const value = values[i];
    if (value === undefined && mayMiss) {
      read.push(null);
      continue;
    }
    let accepted = type.read(value ?? null);
    if (accepted === undefined && coerce) accepted = type.read(coerced(value ?? null));
    if (accepted === undefined) return null;
    read.push(accepted);
  }
  return read;
}

function coerced(value: FeelValue): FeelValue {
  if (!isList(value)) return value === null ? null : [value];
  return value.length === 1 ? (value[0] ?? null) : value;
}

function mismatch({ parameters }: Form, values: readonly Given[]): string {
  const wrong = parameters.findIndex(({ type, optional: mayMiss }, i) => !(mayMiss && values[i] === undefined) && type.read(values[i] ?? null) === undefined);
  const { names: [name = ''] = [], type } = parameters[wrong] ?? {};
  return `expected ${type?.name ?? 'other arguments'} for '${name}' but found '${describe(values[wrong] ?? null)}'`;
}

const describeArguments = (given: Arguments): string =>
  'positional' in given ? `${given.positional.length} parameters` : `parameters: ${[...given.named.keys()].join(', ')}`;
