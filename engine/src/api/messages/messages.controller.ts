import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { correlateMessage } from './correlate-message.ts';
import { publishMessage } from './publish-message.ts';

@Controller()
export class MessagesController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.publishMessage)
  publishMessage(@Asks() asked: Asked<'publishMessage'>) {
    return publishMessage(this.services, asked);
  }

  @Route(operations.correlateMessage)
  correlateMessage(@Asks() asked: Asked<'correlateMessage'>) {
    return correlateMessage(this.services, asked);
  }
}
