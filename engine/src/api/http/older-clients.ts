/** Below this prefix the API answers as the client of Camunda 8.8 expects: what is null is left out, and a form's schema is an object. */
export const olderPrefix = '/8.8';

/** The caller's data: null in them is a value. */
const data = new Set(['variables', 'customHeaders']);

export function asOlder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asOlder);
  if (typeof value !== 'object' || value === null) return value;
  const isForm = 'formKey' in value && 'schema' in value && typeof value.schema === 'string';
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([name, member]) => [name, isForm && name === 'schema' ? (JSON.parse(member as string) as unknown) : data.has(name) ? member : asOlder(member)]),
  );
}
