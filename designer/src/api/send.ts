import type { Operation, Reply, RequestBody } from '@loopwright/engine/contract';
import { failureOf, RequestFailed } from './problem.ts';
import type { z } from 'zod';

type InputOf<T> = T extends z.ZodType ? z.input<T> : undefined;

/** The parts of a request, as its operation asks for them. */
export interface Asking<T extends Operation> {
  readonly params?: InputOf<T['params']>;
  readonly query?: InputOf<T['query']>;
  readonly body?: RequestBody<T> | FormData;
  readonly signal?: AbortSignal;
  /** The same key again is the same request again: it is done once. */
  readonly idempotencyKey?: string;
}

/** What every request carries besides its own parts. */
interface Credentials {
  csrfToken: string | null;
  language: string;
  /** Called when the server says that nobody is signed in any more. */
  onSignedOut: () => void;
}

const credentials: Credentials = { csrfToken: null, language: 'en', onSignedOut: () => undefined };

export function setCredentials(changes: Partial<Credentials>): void {
  Object.assign(credentials, changes);
}

/** Sends one operation of the contract. @throws RequestFailed */
export async function send<const T extends Operation>(operation: T, { params, query, body, signal, idempotencyKey }: Asking<T> = {}): Promise<Reply<T>> {
  const reply = await fetch(addressOf(operation.path, params, query), {
    method: operation.method,
    credentials: 'same-origin',
    headers: headersOf(body, operation.method, idempotencyKey),
    ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    ...(signal !== undefined && { signal }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new RequestFailed('unreachable', 'No answer came from the server.', { cause });
  });
  if (!reply.ok) {
    const failure = await failureOf(reply);
    if (failure.kind === 'not-signed-in') credentials.onSignedOut();
    throw failure;
  }
  return (await contentOf(reply, operation)) as Reply<T>;
}

export function addressOf(path: string, params: unknown, query: unknown): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String((params as Record<string, unknown>)[name])));
  const asked = new URLSearchParams(Object.entries((query ?? {}) as Record<string, unknown>).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]));
  return asked.size === 0 ? filled : `${filled}?${asked}`;
}

function headersOf(body: unknown, method: string, idempotencyKey: string | undefined): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json, text/*',
    'accept-language': credentials.language,
    ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
    ...(method !== 'GET' && credentials.csrfToken !== null && { 'x-csrf-token': credentials.csrfToken }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
  };
}

async function contentOf(reply: Response, operation: Operation): Promise<unknown> {
  if (reply.status === 204 || operation.reply.body === null) return null;
  return 'mediaType' in operation.reply.body ? await reply.text() : await reply.json();
}
