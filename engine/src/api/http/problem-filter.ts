import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from './log.ts';
import { problemOf } from './problem-of.ts';

/** Answers every error as problem+json, and logs those that are ours. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log: Log;

  constructor(log: Log) {
    this.log = log;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    const context = { method: request.method, url: request.url, requestId: request.id };
    if (problem.kind === 'internal') this.log.error({ ...context, err: problem.cause }, 'request failed');
    else if (problem.kind === 'unavailable') this.log.warn({ ...context, err: problem.cause }, 'not available');
    if (reply.sent) return;
    if (problem.retryAfterSeconds !== null) reply.header('retry-after', String(problem.retryAfterSeconds));
    if (problem.kind === 'not-signed-in') reply.header('www-authenticate', 'Bearer');
    reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem.document(pathOf(request.url))));
  }
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
