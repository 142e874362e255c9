import type { Input, operations, OperationId, Reply } from '../contract/index.ts';
import type { Caller } from './access/caller.ts';
import type { Services } from './services.ts';

/** A parsed request of an operation, and who sent it. */
export type Asked<Id extends OperationId> = Input<(typeof operations)[Id]> & { readonly caller: Caller };

/** What an operation does: a file each, whose first line is the access check. Null where a reply may be empty and is. */
export type Verb<Id extends OperationId> = (
  services: Services,
  asked: Asked<Id>,
) => Promise<Reply<(typeof operations)[Id]> | ((typeof operations)[Id] extends { alsoEmpty: true } ? null : never)>;
