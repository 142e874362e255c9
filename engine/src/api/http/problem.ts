import { problemKinds, type ProblemDocument, type ProblemError, type ProblemKind, type ResourceFinding } from '../../contract/index.ts';

/** Why a request was not done: thrown by verbs, answered as problem+json. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly errors: readonly ProblemError[];
  readonly findings: readonly ResourceFinding[];
  readonly retryAfterSeconds: number | null;

  /** `detail` is for people: what is wrong, and what to do instead. */
  constructor(kind: ProblemKind, detail: string, more: { errors?: readonly ProblemError[]; findings?: readonly ResourceFinding[]; retryAfterSeconds?: number; cause?: unknown } = {}) {
    super(detail, { cause: more.cause });
    this.kind = kind;
    this.errors = more.errors ?? [];
    this.findings = more.findings ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds ?? null;
  }

  get status(): number {
    return problemKinds[this.kind].status;
  }

  /** `instance` is the path of the request. */
  document(instance: string): ProblemDocument {
    const { status, title } = problemKinds[this.kind];
    return {
      type: `urn:loopwright:problem:${this.kind}`,
      title,
      status,
      detail: this.message,
      instance,
      code: this.kind,
      ...(this.errors.length > 0 && { errors: [...this.errors] }),
      ...(this.findings.length > 0 && { findings: [...this.findings] }),
    };
  }
}

/** `noun` with its key, as in "The user task 123 does not exist". */
export function notFound(noun: string, key: string): Problem {
  return new Problem('not-found', `The ${noun} ${key} does not exist, or you may not see it.`);
}
