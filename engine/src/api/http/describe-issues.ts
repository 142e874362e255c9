import type { z } from 'zod';
import type { ProblemError } from '../../contract/index.ts';

type Issue = z.core.$ZodIssue;

/** What a schema finds wrong, as JSON pointers and plain words. Of a union, the faults of the alternative that fits best are told. */
export function describeIssues(issues: readonly Issue[], base: readonly PropertyKey[] = []): ProblemError[] {
  return issues.flatMap((issue) => describeIssue(issue, [...base, ...issue.path]));
}

export function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function describeIssue(issue: Issue, path: readonly PropertyKey[]): ProblemError[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((name) => ({ path: pointer([...path, name]), message: 'is not known here' }));
  if (issue.code === 'invalid_union') return describeUnion(issue.errors, path);
  return [{ path: pointer(path), message: messageOf(issue) }];
}

function describeUnion(alternatives: readonly (readonly Issue[])[], path: readonly PropertyKey[]): ProblemError[] {
  const told = alternatives.map((issues) => ({ errors: describeIssues(issues, path), isOfOtherType: issues.some((one) => one.code === 'invalid_type' && one.path.length === 0) }));
  const fitting = told.filter(({ isOfOtherType }) => !isOfOtherType);
  if (fitting.length > 0) return fitting.reduce((best, one) => (one.errors.length < best.errors.length ? one : best)).errors;
  return [{ path: pointer(path), message: [...new Set(told.flatMap(({ errors }) => errors.map(({ message }) => message)))].join(', or ') }];
}

const typeNames: Record<string, string> = { int: 'a whole number', number: 'a number', string: 'a text', boolean: 'true or false', array: 'a list', object: 'an object', record: 'an object' };

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? `is missing; it must be ${typeNames[issue.expected] ?? issue.expected}` : `must be ${typeNames[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'too_small':
      return `must ${bound(issue.origin)} at least ${issue.minimum}${unit(issue.origin)}`;
    case 'too_big':
      return `must ${bound(issue.origin)} at most ${issue.maximum}${unit(issue.origin)}`;
    case 'invalid_format':
      return issue.format === 'datetime' ? 'must be an instant such as 2026-03-01T08:30:00Z' : issue.message;
    default:
      return issue.message;
  }
}

function bound(origin: string): string {
  return origin === 'string' || origin === 'array' ? 'have' : 'be';
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' members' : '';
}
