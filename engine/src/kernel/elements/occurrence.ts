import type { DefinitionResolved } from '../events.ts';
import type { Variables } from '../json.ts';

/** What an element instance that waits can be told. */
export type Occurrence =
  | { readonly type: 'user task completed'; readonly variables: Variables }
  | { readonly type: 'job completed'; readonly variables: Variables }
  | { readonly type: 'event fired'; readonly event: string; readonly variables: Variables }
  | { readonly type: 'definition resolved'; readonly outcome: DefinitionResolved['outcome'] }
  | { readonly type: 'called instance ended'; readonly variables: Variables }
  | { readonly type: 'child ended' };
