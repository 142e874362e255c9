import { beginRequest, type NewRequest } from '../../store/index.ts';
import type { EventBody, Json } from '../../kernel/index.ts';
import type { Backend } from './open-backend.ts';
import { digestOf, requestIdOf, type Caller } from './caller.ts';
import { conflict, notFound, wrongState, type Outcome } from './outcome.ts';
import { sendRequest, type AskedDelivery } from './send-request.ts';

type Subject = NonNullable<NewRequest['subject']>;

interface Question {
  readonly operation: string;
  /** All that is needed to send it again. */
  readonly command: Json;
  readonly subject?: Subject;
  readonly newInstance?: NonNullable<NewRequest['newInstance']>;
}

/** Brings an event that somebody asks for to the instance in which its subject waits. */
export function askForEvent(backend: Backend, caller: Caller, operation: string, subject: Subject, event: EventBody, reason?: string): Promise<Outcome> {
  const command: AskedDelivery = { event, ...(caller.zone !== undefined && { zone: caller.zone }), ...(reason !== undefined && { reason }) };
  return ask(backend, caller, { operation, subject, command: command as unknown as Json });
}

/** Writes the request down, sends it, and gives its answer; asked again, it gives the answer of the first time. */
export async function ask<T>(backend: Backend, caller: Caller, { operation, command, subject, newInstance }: Question): Promise<Outcome<T>> {
  const { tenantId, actor, bodyDigest = digestOf([operation, subject, command]) } = caller;
  const requestId = requestIdOf(caller);
  const begun = await beginRequest(backend.store, { tenantId, requestId, operation, actor, command, bodyDigest, ...(subject && { subject }), ...(newInstance && { newInstance }) });
  switch (begun.kind) {
    case 'new':
    case 'pending':
      return (await sendRequest(backend, tenantId, { requestId, operation, actor, processInstanceKey: begun.processInstanceKey, command: begun.command })) as Outcome<T>;
    case 'answered':
      return begun.answer as unknown as Outcome<T>;
    case 'conflict':
      return conflict;
    case 'no definition':
    case 'not found':
      return notFound;
    case 'wrong state':
      return wrongState(`The ${subject?.type} ${subject?.key} is ${begun.state}.`);
    default:
      return begun satisfies never;
  }
}
