import { expect, it } from 'vitest';
import { BadCursorError } from '../../store/index.ts';
import { problemOf } from './problem-of.ts';

const failing = (message: string, more: object = {}): Error => Object.assign(new Error(message), more);

it.each([
  ['a refused connection', failing('connect ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' })],
  ['a refused connection on every address', new AggregateError([failing('a', { code: 'ECONNREFUSED', syscall: 'connect' })])],
  ['a connection that broke off', failing('Connection terminated unexpectedly')],
  ['a server that shuts down', failing('terminating connection', { code: '57P01' })],
  ['too many connections', failing('too many clients', { code: '53300' })],
  ['a statement that took too long', failing('canceling statement', { code: '57014' })],
  ['no connection to be had in time', failing('timeout exceeded when trying to connect')],
])('%s is not available for the moment', (_, error) => {
  const problem = problemOf(error);
  expect([problem.kind, problem.status, problem.retryAfterSeconds]).toEqual(['unavailable', 503, 5]);
});

it.each([
  ['a bug', failing('x is undefined')],
  ['a broken constraint', failing('duplicate key', { code: '23505' })],
  ['a missing file', failing('no such file', { code: 'ENOENT', syscall: 'open' })],
  ['something thrown that is no error', 'oops'],
])('%s is a fault of ours, and says nothing of itself', (_, error) => {
  const problem = problemOf(error);
  expect(problem.kind).toBe('internal');
  expect(problem.message).not.toMatch(/undefined|duplicate|file|oops/);
});

it('a cursor of another search is a fault of the request', () => {
  expect(problemOf(new BadCursorError())).toMatchObject({ kind: 'invalid-request', errors: [{ path: '/page' }] });
});
