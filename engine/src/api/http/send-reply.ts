import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { z } from 'zod';
import { operationOf } from './route.ts';

/** Gives a verb's result the status and the content type of its operation. With `check`, a JSON body that breaks its schema is a fault. */
export class SendReply implements NestInterceptor {
  private readonly check: boolean;

  constructor(check: boolean) {
    this.check = check;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const operation = operationOf(context);
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((result: unknown) => {
        if (operation === undefined || reply.sent) return result;
        const { body } = operation.reply;
        if (result === null && operation.alsoEmpty) {
          reply.status(204);
          return undefined;
        }
        if (body === null) return undefined;
        if (!('parse' in body)) reply.header('content-type', `${body.mediaType}; charset=utf-8`);
        else if (this.check) checkReply(operation.id, body, result);
        return result;
      }),
    );
  }
}

function checkReply(id: string, schema: z.ZodType, result: unknown): void {
  const checked = schema.safeParse(result);
  if (!checked.success) throw new Error(`the reply of ${id} breaks its schema: ${z.prettifyError(checked.error)}`);
}
