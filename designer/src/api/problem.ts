import type { ProblemDocument, ProblemError, ProblemKind } from '@loopwright/engine/contract';

/** `unreachable`: no answer came, or one that isn't of the API. */
export type FailureKind = ProblemKind | 'unreachable';

/** Why a request was not done, as queries and mutations throw it. */
export class RequestFailed extends Error {
  readonly kind: FailureKind;
  readonly status: number;
  readonly errors: readonly ProblemError[];
  readonly retryAfterSeconds: number | null;

  constructor(kind: FailureKind, detail: string, more: { status?: number; errors?: readonly ProblemError[]; retryAfterSeconds?: number | null; cause?: unknown } = {}) {
    super(detail, { cause: more.cause });
    this.kind = kind;
    this.status = more.status ?? 0;
    this.errors = more.errors ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds ?? null;
  }

  /** True where the same request may succeed a little later. */
  get mayPass(): boolean {
    return this.kind === 'unreachable' || this.kind === 'unavailable' || this.kind === 'timed-out';
  }
}

/** Reads the problem out of a reply that is not a success. */
export async function failureOf(reply: Response): Promise<RequestFailed> {
  const retryAfter = Number(reply.headers.get('retry-after'));
  const more = { status: reply.status, retryAfterSeconds: retryAfter > 0 ? retryAfter : null };
  const document = reply.headers.get('content-type')?.includes('json') ? await readDocument(reply) : null;
  if (document === null) return new RequestFailed(reply.status === 503 ? 'unavailable' : 'unreachable', `HTTP ${reply.status}`, more);
  return new RequestFailed(document.code as ProblemKind, document.detail, { ...more, errors: document.errors ?? [] });
}

async function readDocument(reply: Response): Promise<ProblemDocument | null> {
  const text = await reply.text();
  try {
    const document: unknown = JSON.parse(text);
    return document !== null && typeof document === 'object' && 'code' in document ? (document as ProblemDocument) : null;
  } catch {
    return null;
  }
}

/** What a page says of a failure. */
export interface Failure {
  readonly kind: FailureKind;
  readonly detail: string;
}

/** Anything thrown by a query, in the words of the pages; what isn't a failed request is a fault of these pages. */
export function asFailure(error: unknown): Failure {
  return error instanceof RequestFailed ? { kind: error.kind, detail: error.message } : { kind: 'internal', detail: error instanceof Error ? error.message : String(error) };
}
