import { notFound } from '../http/problem.ts';

/** What was looked up, or the problem that says that it is not there. */
export function found<T>(noun: string, key: string, item: T | undefined): T {
  if (item === undefined) throw notFound(noun, key);
  return item;
}
