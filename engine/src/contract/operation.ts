import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The parts of a reply's body: JSON by a schema, another kind of text, or nothing. */
export type ReplyBody = z.ZodType | { readonly mediaType: string } | null;

/**
 * One operation of the HTTP API: where it is and what it takes and gives. The controllers are wired from it, the OpenAPI document is
 * written from it, and the designer's requests are typed by it.
 */
export interface Operation {
  /** As the official client calls it, or our own name. */
  readonly id: string;
  readonly method: Method;
  /** Below the origin, with `{name}` for parameters. */
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  /** Absent: takes no body. */
  readonly body?: z.ZodType;
  /** `multipart`: the body is read by the controller as files and fields. */
  readonly bodyType?: 'json' | 'multipart';
  readonly reply: { readonly status: 200 | 201 | 204; readonly body: ReplyBody };
  /** Other successful statuses without a body, such as 204 for "has no form". */
  readonly alsoEmpty?: true;
  /** Statuses of problems, beside 400, 401, 403, 500 and 503, which any operation may answer with. */
  readonly problems: readonly number[];
  /** May be asked by anybody, signed in or not. */
  readonly open?: true;
  /** Takes `Idempotency-Key`. */
  readonly idempotent?: true;
}

/** Keeps the exact types of an operation's schemas. */
export function operation<const T extends Operation>(definition: T): T {
  return definition;
}

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;

/** What a verb gets: the parsed parts of the request. */
export interface Input<T extends Operation> {
  readonly params: Parsed<T['params']>;
  readonly query: Parsed<T['query']>;
  readonly body: Parsed<T['body']>;
}

/** What a verb gives: the JSON body of the reply. */
export type Reply<T extends Operation> = T['reply']['body'] extends z.ZodType ? z.output<T['reply']['body']> : T['reply']['body'] extends { mediaType: string } ? string : void;

/** What a caller sends as body, before parsing. */
export type RequestBody<T extends Operation> = T['body'] extends z.ZodType ? z.input<T['body']> : undefined;
