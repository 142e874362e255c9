import { applyDecorators, createParamDecorator, HttpCode, RequestMapping, RequestMethod, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Input, Method, Operation } from '../../contract/index.ts';
import type { Caller } from '../access/caller.ts';
import { parsePart, withoutNulls } from './parse-part.ts';

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

/** The parsed parts of the request. */
export const Parsed = createParamDecorator((_: unknown, context: ExecutionContext): Input<Operation> => {
  const operation = operationOf(context);
  if (operation === undefined) throw new Error('@Parsed needs @Route');
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    params: operation.params && parsePart(operation.params, request.params),
    query: operation.query && parsePart(operation.query, request.query),
    body: operation.body && operation.bodyType !== 'multipart' ? parsePart(operation.body, withoutNulls(request.body ?? {})) : undefined,
  } as Input<Operation>;
});

/** Who asks. Only in operations that aren't open. */
export const From = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<CallerRequest>();
  if (caller === undefined) throw new Error('an open operation has no caller');
  return caller;
});
