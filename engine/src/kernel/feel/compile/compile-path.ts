import { propertyOf, propertyNames } from '../operations/properties.ts';
import { describe } from '../operations/describe.ts';
import type { Run } from '../run.ts';
import { entryOf, isList, kindOf, type FeelContext, type FeelValue } from '../values.ts';
import type { Code } from './code.ts';

export function compilePath(source: Code, name: string): Code {
  return (scope, run) => read(source(scope, run), name, run);
}

/** The entry of a context, the property of a temporal value or range, or of each item of a list. */
function read(value: FeelValue, name: string, run: Run): FeelValue {
  run.charge(1);
  if (isList(value)) return run.nested(1, () => value.map((item) => read(item, name, run)));
  const kind = kindOf(value);
  if (kind === 'context') {
    const entry = entryOf(value as FeelContext, name);
    return entry === undefined ? run.warn('NO_CONTEXT_ENTRY_FOUND', missingEntry(name, Object.keys(value as FeelContext))) : entry;
  }
  if (kind === 'null') return run.warn('NO_CONTEXT_ENTRY_FOUND', `No context entry found with key '${name}'. The context is null`);
  const property = propertyOf(value, name);
  if (property !== undefined) return property;
  const available = propertyNames(value).map((known) => `'${known}'`).join(', ');
  return run.warn('NO_PROPERTY_FOUND', `No property found with name '${name}' of value '${describe(value)}'. Available properties: ${available}`);
}

const missingEntry = (name: string, names: readonly string[]): string =>
  `No context entry found with key '${name}'. ${names.length === 0 ? 'The context is empty' : `Available keys: ${names.slice(0, 20).map((known) => `'${known}'`).join(', ')}`}`;
