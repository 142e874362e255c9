import type { Json, JsonObject } from '../../kernel/index.ts';
import { fieldsOf, nestedTypes, type Field, type Fill, type FormComponent } from '../schema/form-schema.ts';
import type { Problem, ProblemCode } from './problem-codes.ts';
import { emptyOf, readValue } from './read-value.ts';

/** What reading a submission goes by besides the form. */
export interface ReadingContext {
  /** What the server fills in. */
  readonly filled: Readonly<Partial<Record<Fill, (component: FormComponent) => Json>>>;
  readonly problems: Problem[];
  /** Characters and values still allowed, so that a submission can't be huge. */
  readonly room: { left: number };
}

const mostRows = 1_000;
const mostProblems = 200;

/**
 * Reads one level of a submission: known keys only, each of its type. Read-only fields keep the stored value whatever was sent, and what
 * was not sent keeps it too.
 */
export function readLevel(components: readonly FormComponent[], sent: JsonObject, stored: JsonObject, path: string, context: ReadingContext, readOnly = false): JsonObject {
  const fields = fieldsOf(components, readOnly);
  const known = new Set(fields.map(({ component }) => component.key));
  for (const key of Object.keys(sent)) if (!known.has(key)) report(context, { path: joined(path, key), code: 'unknown-field' });
  return Object.fromEntries(fields.map((field) => [field.component.key, readField(field, own(sent, field.component.key), own(stored, field.component.key), joined(path, field.component.key), context)]));
}

function readField({ component, readOnly }: Field, sent: Json | undefined, stored: Json | undefined, path: string, context: ReadingContext): Json {
  const refuse = (code: ProblemCode, limit?: number): Json => {
    report(context, { path, code, ...(component.label !== undefined && { label: component.label }), ...(limit !== undefined && { limit }) });
    return null;
  };
  const fill = component.properties?.fill;
  const filled = fill === undefined ? undefined : context.filled[fill];
  const keeps = (fill === 'number' || component.properties?.once === 'true') && typeof stored === 'string' && stored !== '';
  if (filled !== undefined && !keeps) return filled(component);
  if (!takesRoom(sent, context)) return null;
  if (component.type === 'container') return readContainer(component, sent, stored, path, context, readOnly, refuse);
  if (nestedTypes.includes(component.type)) return readRows(component, sent, stored, path, context, readOnly, refuse);
  if (readOnly) return stored ?? emptyOf(component);
  const value = sent === undefined ? (stored ?? component.defaultValue) : sent;
  const reading = readValue(component, value);
  return reading.ok ? reading.value : refuse(reading.code, reading.limit);
}

type Refuse = (code: ProblemCode, limit?: number) => Json;

function readContainer(component: FormComponent, sent: Json | undefined, stored: Json | undefined, path: string, context: ReadingContext, readOnly: boolean, refuse: Refuse): Json {
  if (readOnly) return stored ?? null;
  if (sent !== undefined && sent !== null && !isObject(sent)) return refuse('wrong-type');
  const value = readLevel(component.components ?? [], isObject(sent) ? sent : {}, isObject(stored) && sent !== null ? stored : {}, path, context);
  if (component.properties?.kind !== 'money') return value;
  if ((value.amount === null) !== (value.currency === null)) return refuse('incomplete-money');
  return value.amount === null ? null : value;
}

function readRows(component: FormComponent, sent: Json | undefined, stored: Json | undefined, path: string, context: ReadingContext, readOnly: boolean, refuse: Refuse): Json {
  const before = Array.isArray(stored) ? stored : [];
  if (readOnly) return before;
  if (sent === undefined && component.disableAddingRemovingRows !== true) return before;
  const rows: Json = sent ?? (component.disableAddingRemovingRows === true ? before.map((): JsonObject => ({})) : []);
  if (!Array.isArray(rows) || !rows.every(isObject)) return refuse('wrong-type');
  if (component.disableAddingRemovingRows === true && rows.length !== before.length) return refuse('rows-fixed', before.length);
  const most = component.validate?.maxLength || mostRows;
  if (rows.length > most) return refuse('too-many-rows', most);
  const least = component.validate?.minLength || 0;
  if (rows.length < least) return refuse('too-few-rows', least);
  return rows.map((row, i) => readLevel(component.components ?? [], row, objectAt(before, i), `${path}[${i}]`, context));
}

/** Charges the size of a value, from the outside in so that nothing huge is walked through; what is too much is told once. */
function takesRoom(value: Json | undefined, context: ReadingContext): boolean {
  const { room } = context;
  if (room.left < 0) return false;
  room.left -= 1 + (typeof value === 'string' || Array.isArray(value) ? value.length : 0);
  if (room.left < 0) context.problems.unshift({ path: '', code: 'too-much' });
  return room.left >= 0;
}

function report({ problems }: ReadingContext, problem: Problem): void {
  if (problems.length < mostProblems) problems.push(problem);
}

export function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

const objectAt = (rows: readonly Json[], index: number): JsonObject => {
  const row = rows[index];
  return isObject(row) ? row : {};
};

const own = (object: JsonObject, key: string): Json | undefined => (Object.hasOwn(object, key) ? object[key] : undefined);
const joined = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
