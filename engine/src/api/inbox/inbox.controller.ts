import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { countInbox } from './count-inbox.ts';
import { searchInbox } from './search-inbox.ts';

@Controller()
export class InboxController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.searchInbox)
  searchInbox(@Asks() asked: Asked<'searchInbox'>) {
    return searchInbox(this.services, asked);
  }

  @Route(operations.countInbox)
  countInbox(@Asks() asked: Asked<'countInbox'>) {
    return countInbox(this.services, asked);
  }
}
