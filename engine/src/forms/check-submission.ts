import type { FeelEnvironment } from '../kernel/feel/index.ts';
import type { Json, JsonObject } from '../kernel/index.ts';
import { checkRule, checkRules, computeValues } from './rules/check-rules.ts';
import { sayProblem, type FormLanguage } from './say-problem.ts';
import { fieldsOf, type Fill, type FormComponent, type FormSchema } from './schema/form-schema.ts';
import { emptyOf } from './values/read-value.ts';
import { isObject, readLevel } from './values/read-level.ts';
import { readOutcome } from './values/read-outcome.ts';
import type { Problem, ProblemCode } from './values/problem-codes.ts';

/** What is to be checked. */
export interface Submission {
  /** A form that `checkFormSchema` has nothing against, in the version that is pinned. */
  readonly schema: FormSchema;
  /** What was sent: values by key, and `outcome` where the form has more than one button with one. */
  readonly values: JsonObject;
  /** The variables as they stand; `{}` for a start form. */
  readonly stored: JsonObject;
  readonly language: FormLanguage;
  readonly filling: Filling;
}

/** What the server knows and fills in. */
export interface Filling {
  readonly actor: { readonly id: string; readonly name: string };
  /** Epoch milliseconds. */
  readonly at: number;
  /** IANA name of the tenant's zone. */
  readonly zone: string;
  /** The record's number, unique in the tenant; without it such fields stay empty. */
  readonly number?: string;
}

export interface SubmissionError {
  /** `affectedItems[2].item`; empty for the form as a whole. */
  readonly path: string;
  readonly message: string;
  readonly code: ProblemCode;
}

/** With `ok`, the variables to write: what the form may change, `outcome`, and what the server fills in. */
export type CheckedSubmission = { readonly ok: true; readonly values: JsonObject } | { readonly ok: false; readonly errors: readonly SubmissionError[] };

/** A submission read against its form, before conditions and rules. */
export interface ReadSubmission {
  readonly values: JsonObject;
  readonly outcome: string | null;
  readonly button: FormComponent | null;
  readonly problems: readonly Problem[];
}

const mostRoom = 1_000_000;
const ruleSteps = 200_000;

/** The first pass: keys, types, options, sizes; read-only fields from what is stored. */
export function readSubmission({ schema, values, stored, filling }: Submission): ReadSubmission {
  const problems: Problem[] = [];
  const { outcome: sent, ...fields } = values;
  const { outcome, button } = readOutcome(schema, sent, problems);
  const read = readLevel(schema.components, fields, stored, '', { filled: filledBy(filling), problems, room: { left: mostRoom } });
  const variables = { ...stored, ...read, outcome };
  return { values: computeValues(schema.components, read, variables, environmentOf(filling)), outcome, button, problems };
}

/** What conditions and Form.io's own rules gave, as far as they were run. */
export interface Evaluation {
  readonly hidden: readonly string[];
  readonly cleared: readonly string[];
  readonly problems: readonly Problem[];
}

/** The last pass: the form's FEEL rules, then what is to be written. */
export function concludeSubmission(submission: Submission, read: ReadSubmission, { hidden, cleared, problems: found }: Evaluation): CheckedSubmission {
  const { schema, stored, filling } = submission;
  const values = cleared.reduce((left, path) => withoutValue(left, path, schema), read.values);
  const problems = [...read.problems, ...found];
  const context = { variables: { ...stored, ...values, outcome: read.outcome }, environment: environmentOf(filling), hidden: new Set([...hidden, ...cleared]), problems };
  checkRules(schema.components, values, context);
  if (read.button !== null) checkRule(read.button, 'outcome', context);
  if (problems.length > 0) return refused(submission, problems);
  return { ok: true, values: { ...toWrite(submission, values), ...(read.outcome !== null && { outcome: read.outcome }) } };
}

/** Puts problems into words, one a path: what comes first is why the rest may have failed. */
export function refused({ schema, language }: Submission, problems: readonly Problem[]): CheckedSubmission {
  const first = problems.filter(({ path }, i) => problems.findIndex((other) => other.path === path) === i);
  return { ok: false, errors: first.map((problem) => ({ path: problem.path, code: problem.code, message: sayProblem(schema, problem, language) })) };
}

/**
 * Checks a submission by all that is pure: shape, sizes, patterns and FEEL rules. For the browser; the server's check
 * (`forms/server.ts`) adds Form.io's own conditions and rules.
 */
export function checkValues(submission: Submission): CheckedSubmission {
  return concludeSubmission(submission, readSubmission(submission), { hidden: [], cleared: [], problems: [] });
}

/** What was sent, filled in, computed or cleared; and on a level where nothing is stored yet, the empty values too, so that every variable of the form exists. */
function toWrite({ schema, values, stored }: Submission, read: JsonObject): JsonObject {
  const written = fieldsOf(schema.components).filter(({ component, readOnly }) => {
    const { fill, value } = component.properties ?? {};
    if (fill !== undefined || value !== undefined) return true;
    if (readOnly) return false;
    return Object.hasOwn(values, component.key) || !Object.hasOwn(stored, component.key) || JSON.stringify(read[component.key]) !== JSON.stringify(stored[component.key]);
  });
  return Object.fromEntries(written.map(({ component }) => [component.key, read[component.key] ?? null]));
}

function withoutValue(values: JsonObject, path: string, schema: FormSchema): JsonObject {
  const steps = [...path.matchAll(/[^.[\]]+/g)].map(([step]) => step);
  return cleared(values, steps, schema.components) as JsonObject;
}

function cleared(value: Json, [step, ...rest]: readonly string[], components: readonly FormComponent[]): Json {
  if (step === undefined) return value;
  if (Array.isArray(value)) return value.map((row, i) => (String(i) === step ? cleared(row, rest, components) : row));
  const component = fieldsOf(components).find((field) => field.component.key === step)?.component;
  if (!isObject(value) || component === undefined || !Object.hasOwn(value, step)) return value;
  return { ...value, [step]: rest.length === 0 ? emptyOf(component) : cleared(value[step] ?? null, rest, component.components ?? []) };
}

function filledBy({ actor, at, zone, number }: Filling): Partial<Record<Fill, (component: FormComponent) => Json>> {
  return {
    actor: () => actor.id,
    'actor name': () => actor.name,
    now: () => new Date(at).toISOString(),
    today: () => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at),
    ...(number !== undefined && { number: ({ properties }) => [properties?.prefix, number].filter((part) => part !== undefined).join('-') }),
  };
}

function environmentOf({ at, zone }: Filling): FeelEnvironment {
  return { now: at, zone, budget: { steps: ruleSteps } };
}
