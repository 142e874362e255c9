/** Below this prefix the API answers as Camunda 8.8 does, which leaves out what 8.9 says is null. */
export const olderPrefix = '/8.8';

/** Variables are the caller's data: null in them is a value. */
const data = new Set(['variables', 'customHeaders']);

export function withoutNullFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullFields);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([name, member]) => [name, data.has(name) ? member : withoutNullFields(member)]),
  );
}
