import type { Json } from '../json.ts';

/** Length of a value as JSON text, roughly: escapes aren't counted. */
export function sizeOf(value: Json): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object') return 5;
  if (value === null) return 4;
  let size = 2;
  if (Array.isArray(value)) for (const item of value) size += sizeOf(item) + 1;
  else for (const name of Object.keys(value)) size += name.length + 4 + sizeOf(value[name] as Json);
  return size;
}
