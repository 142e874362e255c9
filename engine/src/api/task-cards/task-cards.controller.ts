import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { getTaskCard } from './get-task-card.ts';

@Controller()
export class TaskCardsController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.getTaskCard)
  getTaskCard(@Asks() asked: Asked<'getTaskCard'>) {
    return getTaskCard(this.services, asked);
  }
}
