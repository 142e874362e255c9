const remarkNames = ['comment', 'reason', 'rationale', 'remark', 'note'];

/** What a person said in their own words in a form: the first comment, reason or rationale, wherever it stands. */
export function remarkIn(values: Readonly<Record<string, unknown>>): string | null {
  for (const name of remarkNames) {
    const text = values[name];
    if (typeof text === 'string' && text.includes(' ') && text.trim() !== '') return text;
    if (typeof text === 'string' && /\p{Script=Han}/u.test(text)) return text;
  }
  for (const value of Object.values(values)) {
    const inside = value !== null && typeof value === 'object' && !Array.isArray(value) ? remarkIn(value as Record<string, unknown>) : null;
    if (inside !== null) return inside;
  }
  return null;
}
