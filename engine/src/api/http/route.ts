import { applyDecorators, createParamDecorator, HttpCode, RequestMapping, RequestMethod, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isPossibleKey, type Input, type Method, type Operation } from '../../contract/index.ts';
import type { Caller } from '../access/caller.ts';
import { inTenantOf } from './in-tenant-of.ts';
import { parsePart, withoutNulls } from './parse-part.ts';
import { Problem } from './problem.ts';

const operationKey = 'operation';

const requestMethods: Readonly<Record<Method, RequestMethod>> = {
  GET: RequestMethod.GET,
  POST: RequestMethod.POST,
  PUT: RequestMethod.PUT,
  PATCH: RequestMethod.PATCH,
  DELETE: RequestMethod.DELETE,
};

/** Binds a controller's method to an operation of the contract: its method, path and status. */
export function Route(operation: Operation): MethodDecorator {
  return applyDecorators(
    RequestMapping({ method: requestMethods[operation.method], path: operation.path.replaceAll(/\{(\w+)\}/g, ':$1') }),
    HttpCode(operation.reply.status),
    SetMetadata(operationKey, operation),
  );
}

export function operationOf(context: ExecutionContext): Operation | undefined {
  return Reflect.getMetadata(operationKey, context.getHandler());
}

/** A request with what the guard found out about it. */
export type CallerRequest = FastifyRequest & { caller?: Caller };

/** The parsed request with its caller, as verbs take it (`Asked` in verb.ts). In open operations there is no caller. */
export const Asks = createParamDecorator((_: unknown, context: ExecutionContext): Input<Operation> & { caller: Caller | undefined } => {
  const operation = operationOf(context);
  if (operation === undefined) throw new Error('@Asks needs @Route');
  const request = context.switchToHttp().getRequest<CallerRequest>();
  const { caller } = request;
  const params = operation.params && parsePart(operation.params, request.params);
  refuseImpossibleKeys(params);
  const body = operation.body && operation.bodyType !== 'multipart' ? parsePart(operation.body, withoutNulls(request.body ?? {})) : undefined;
  return { params, query: operation.query && parsePart(operation.query, request.query), body: caller ? inTenantOf(caller, body) : body, caller } as never;
});

/** A number beyond 64 bits is no key of anything. */
function refuseImpossibleKeys(params: unknown): void {
  for (const [name, value] of Object.entries(params ?? {})) {
    if (name.endsWith('Key') && /^-?\d+$/.test(String(value)) && !isPossibleKey(String(value))) throw new Problem('not-found', `There is no ${name} ${value}.`);
  }
}
