import type { Json } from '../json.ts';

/** How deep values may nest, so that nothing that walks through them runs out of stack. */
export const deepestValue = 500;

/** Length of a value as JSON text, roughly: escapes aren't counted, and an entry of an object counts for more. Infinite for one that nests deeper than `deepestValue`. */
export function sizeOf(value: Json, depth = 0): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object') return 5;
  if (value === null) return 4;
  if (depth >= deepestValue) return Infinity;
  let size = 2;
  if (Array.isArray(value)) for (const item of value) size += sizeOf(item, depth + 1) + 1;
  else for (const name of Object.keys(value)) size += name.length + 16 + sizeOf(value[name] as Json, depth + 1);
  return size;
}
