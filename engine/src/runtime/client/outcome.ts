/** What a verb of the runtime's client comes to. Failures that can be foreseen are values. */
export type Outcome<T = null> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'not found' }
  /** What was asked does not fit what stands. Nothing was changed. */
  | { readonly kind: 'wrong state'; readonly detail: string }
  /** The request's id stands for another request. */
  | { readonly kind: 'conflict'; readonly detail: string }
  /** It may have been done or may be done yet: the request is written down and sent again. Ask again with the same idempotency key. */
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number };

export const done = <T>(value: T): Outcome<T> => ({ kind: 'done', value });
export const notFound: Outcome<never> = { kind: 'not found' };
export const wrongState = (detail: string): Outcome<never> => ({ kind: 'wrong state', detail });
export const unavailable: Outcome<never> = { kind: 'unavailable', retryAfterSeconds: 5 };
export const conflict: Outcome<never> = { kind: 'conflict', detail: 'The idempotency key was used for another request.' };
