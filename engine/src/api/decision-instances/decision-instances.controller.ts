import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { getDecisionInstance } from './get-decision-instance.ts';
import { searchDecisionInstances } from './search-decision-instances.ts';

@Controller()
export class DecisionInstancesController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.searchDecisionInstances)
  searchDecisionInstances(@Asks() asked: Asked<'searchDecisionInstances'>) {
    return searchDecisionInstances(this.services, asked);
  }

  @Route(operations.getDecisionInstance)
  getDecisionInstance(@Asks() asked: Asked<'getDecisionInstance'>) {
    return getDecisionInstance(this.services, asked);
  }
}
