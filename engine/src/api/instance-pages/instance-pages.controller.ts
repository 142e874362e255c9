import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { getInstancePage } from './get-instance-page.ts';

@Controller()
export class InstancePagesController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.getInstancePage)
  getInstancePage(@Asks() asked: Asked<'getInstancePage'>) {
    return getInstancePage(this.services, asked);
  }
}
