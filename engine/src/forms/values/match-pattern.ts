import { RE2JS } from 're2js';

/** A pattern that is matched in linear time, or null where it can't be. */
export function compilePattern(pattern: string): { matches(text: string): boolean } | null {
  if (pattern.length > 500) return null;
  try {
    const compiled = RE2JS.compile(pattern);
    return { matches: (text) => compiled.matches(text) };
  } catch {
    return null;
  }
}
