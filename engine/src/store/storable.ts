/** PostgreSQL holds no NUL character in a text; what came with one is stored with the replacement character in its place. */
export function storableText(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
}

const UNSTORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g;

/** JSON text for a `jsonb` parameter, which takes neither NUL nor half a surrogate pair, though JSON can say both. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(UNSTORABLE, '$1\\ufffd');
}
