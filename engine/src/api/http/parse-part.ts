import type { z } from 'zod';
import { Problem } from './problem.ts';
import { describeIssues } from './describe-issues.ts';

/** Parses a part of a request, or throws the problem that names every fault. */
export function parsePart<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const errors = describeIssues(result.error.issues);
  const [first] = errors;
  const rest = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  throw new Problem('invalid-request', `${first?.path || 'The body'} ${first?.message}${rest}.`, { errors });
}

/** Parts of a body where null says the same as absence, as many clients write it. In a filter's operators it doesn't: there it is refused. */
const forgiving = new Set(['filter', 'page', 'changeset', 'result']);

export function withoutNulls(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(
    Object.entries(body)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, forgiving.has(name) ? withoutNulls(value) : value]),
  );
}
