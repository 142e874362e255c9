import type { OutgoingHttpHeaders } from 'node:http';
import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { streamEvents } from './stream-events.ts';

@Controller()
export class EventsController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.streamEvents)
  async streamEvents(@Asks() asked: Asked<'streamEvents'>, @Res() reply: FastifyReply): Promise<void> {
    const closed = new AbortController();
    reply.raw.once('close', () => closed.abort());
    const begin = (): ((chunk: string) => void) => {
      reply.hijack();
      reply.raw.writeHead(200, { ...(reply.getHeaders() as OutgoingHttpHeaders), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
      return (chunk) => void reply.raw.write(chunk);
    };
    await streamEvents(this.services, asked, begin, closed.signal);
    if (!closed.signal.aborted) reply.raw.end();
  }
}
