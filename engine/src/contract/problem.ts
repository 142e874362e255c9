import { z } from 'zod';
import { resourceFinding } from './deployments.ts';

/** Where in the request a fault lies, and what it is, in plain words. */
export const problemError = z.object({
  path: z.string().meta({ description: 'JSON pointer into the body, or the name of a parameter, a file or a form field.' }),
  message: z.string(),
  /** Where the fault lies in an uploaded file. */
  elementId: z.string().optional(),
  line: z.int().optional(),
});

/** RFC 9457. `code` is for programs, `title` and `detail` are for people. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    errors: z.array(problemError).optional(),
    findings: z.array(resourceFinding).optional().meta({ description: 'Of a refused deployment, warnings included.' }),
  })
  .meta({ id: 'Problem', description: 'What went wrong (RFC 9457).' });

export type ProblemError = z.output<typeof problemError>;
export type ProblemDocument = z.output<typeof problem>;

/** Every kind of problem that the API answers with: its status, and its title in plain words. */
export const problemKinds = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'invalid-form-values': { status: 400, title: 'The form has invalid values' },
  'invalid-resource': { status: 400, title: 'A resource cannot be deployed' },
  'not-signed-in': { status: 401, title: 'Not signed in' },
  'sign-in-failed': { status: 401, title: 'Name or password is wrong' },
  'not-allowed': { status: 403, title: 'Not allowed' },
  'foreign-origin': { status: 403, title: 'The request comes from another site' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  'wrong-state': { status: 409, title: 'Not possible in the present state' },
  'idempotency-conflict': { status: 409, title: 'The idempotency key was used for another request' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The content type is not supported' },
  'foreign-host': { status: 421, title: 'The request is addressed to another host' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'A fault on our side' },
  'not-implemented': { status: 501, title: 'Not implemented' },
  unavailable: { status: 503, title: 'Not available for the moment' },
  'timed-out': { status: 504, title: 'Not finished in time' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemKind = keyof typeof problemKinds;
