import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { pinClock } from './pin-clock.ts';
import { resetClock } from './reset-clock.ts';

@Controller()
export class ClockController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.pinClock)
  pinClock(@Asks() asked: Asked<'pinClock'>) {
    return pinClock(this.services, asked);
  }

  @Route(operations.resetClock)
  resetClock(@Asks() asked: Asked<'resetClock'>) {
    return resetClock(this.services, asked);
  }
}
