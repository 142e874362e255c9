import { chargedCopy } from './charged.ts';
import { entryOf, isContext, isList, newContext, type FeelContext, type FeelList, type FeelValue } from '../values.ts';
import type { Run } from '../run.ts';
import { define, defineVariadic, failed, parameter, type Form } from './define.ts';
import { any, context, list, listOf, orNull, text, type Type } from './types.ts';

const contexts: Type<FeelList> = { name: 'list of context', read: (value) => (isList(value) && value.every(isContext) ? value : undefined) };

const contextNames = ['m', 'camunda:context'] as const;

export const contextFunctions: readonly Form[] = [
  define('get value', [parameter(contextNames, context), parameter('key', text)], (run, from, key) => {
    const entry = entryOf(from, key);
    return entry === undefined ? run.warn('NO_CONTEXT_ENTRY_FOUND', `No context entry found with key '${key}'`) : entry;
  }),
  define('get value', [parameter(contextNames, context), parameter(['keys', 'key'], listOf(text))], (_, from, keys) => valueAt(from, keys)),
  define('get value', [parameter(contextNames, orNull(any)), parameter(['key', 'keys'], any)], () => null),
  define('get entries', [parameter(contextNames, context)], (run, from) => {
    const entries = Object.entries(from);
    run.charge(entries.length);
    return entries.map(([key, value]) => contextOf({ key, value }));
  }),
  define('context put', [parameter('context', context), parameter('key', text), parameter('value', any)], (run, from, key, value) => putAt(from, [key], value, run)),
  define('context put', [parameter('context', context), parameter('keys', listOf(text)), parameter('value', any)], (run, from, keys, value) =>
    keys.length === 0 ? failed(run, 'context put', 'there is no key') : putAt(from, keys, value, run),
  ),
  define('put', [parameter('context', context), parameter('key', text), parameter('value', any)], (run, from, key, value) => putAt(from, [key], value, run)),
  ...['context merge', 'put all'].map((name) => defineVariadic(name, mergeAll, contexts, 'contexts')),
  define('context', [parameter('entries', list)], fromEntries),
];

function contextOf(entries: Readonly<Record<string, FeelValue>>): FeelContext {
  return Object.assign(newContext(), entries);
}

function valueAt(from: FeelContext, keys: readonly string[]): FeelValue {
  let value: FeelValue = from;
  for (const key of keys) {
    if (!isContext(value)) return null;
    value = entryOf(value, key) ?? null;
  }
  return keys.length === 0 ? null : value;
}

/** The context with an entry at a path set; contexts missing on the way are made. */
function putAt(from: FeelContext, [key = '', ...rest]: readonly string[], value: FeelValue, run: Run): FeelContext | null {
  const copy = chargedCopy(from, run);
  if (rest.length === 0) {
    copy[key] = value;
    return copy;
  }
  const inner = entryOf(from, key) ?? null;
  if (inner !== null && !isContext(inner)) return failed(run, 'context put', `the entry '${key}' is no context`);
  const changed = putAt(inner ?? newContext(), rest, value, run);
  if (changed === null) return null;
  copy[key] = changed;
  return copy;
}

function mergeAll(run: Run, contexts: FeelList): FeelValue {
  const merged = newContext();
  for (const one of contexts) Object.assign(merged, chargedCopy(one as FeelContext, run));
  return merged;
}

/** From contexts of `key` and `value`, each key once. */
function fromEntries(run: Run, entries: FeelList): FeelValue {
  run.charge(entries.length);
  const made = newContext();
  for (const entry of entries) {
    const key = isContext(entry) ? entryOf(entry, 'key') : undefined;
    const value = isContext(entry) ? entryOf(entry, 'value') : undefined;
    if (typeof key !== 'string' || value === undefined) return failed(run, 'context', "an entry needs a text 'key' and a 'value'");
    if (Object.hasOwn(made, key) && run.dialect === 'standard') return failed(run, 'context', `the key '${key}' stands twice`);
    made[key] = value;
  }
  return made;
}
