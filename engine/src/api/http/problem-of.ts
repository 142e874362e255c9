import { HttpException } from '@nestjs/common';
import { BadCursorError } from '../../store/index.ts';
import { Problem } from './problem.ts';

/** Seconds after which it makes sense to ask again when something behind us is down. */
const retryAfterSeconds = 5;

/** Codes of the network, and PostgreSQL's classes 08 (connection), 53 (resources), 57 (operator, time-out). */
const networkCalls = new Set(['connect', 'read', 'write', 'getaddrinfo']);
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN', 'ENOENT']);

/** Every error as a problem. What nobody foresaw is our fault, and says nothing about itself. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof BadCursorError) return new Problem('invalid-request', 'The cursor does not belong to this search.', { errors: [{ path: '/page', message: 'must hold a cursor of this search with this order' }] });
  if (isUnavailable(error)) return unavailable(error);
  if (error instanceof HttpException) return problemOfStatus(error.getStatus(), error.message, error);
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return problemOfStatus(error.statusCode, error.message, error);
  return new Problem('internal', 'Something went wrong on our side. It has been logged.', { cause: error });
}

export function unavailable(cause?: unknown): Problem {
  return new Problem('unavailable', `The database or Temporal does not answer. Nothing is lost; ask again in ${retryAfterSeconds} seconds.`, { retryAfterSeconds, cause });
}

function problemOfStatus(status: number, message: string, cause: unknown): Problem {
  if (status === 404) return new Problem('not-found', 'There is nothing at this address.', { cause });
  if (status === 405) return new Problem('method-not-allowed', message, { cause });
  if (status === 413) return new Problem('too-large', 'The request is larger than is allowed here.', { cause });
  if (status === 415) return new Problem('unsupported-media-type', 'The body must be JSON, with content type application/json; a deployment is multipart/form-data.', { cause });
  if (status >= 400 && status < 500) return new Problem('invalid-request', plain(message), { cause });
  return new Problem('internal', 'Something went wrong on our side. It has been logged.', { cause });
}

function plain(message: string): string {
  return /JSON/.test(message) ? 'The body is not valid JSON.' : `${message.replace(/\.$/, '')}.`;
}

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isUnavailable);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if ('syscall' in error) return networkCodes.has(code) && networkCalls.has(String(error.syscall));
  if (/^(08|53|57)[0-9A-Z]{3}$/.test(code)) return true;
  return networkCodes.has(code) || /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/i.test(error.message);
}
