import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { createElementInstanceVariables } from './create-element-instance-variables.ts';
import { getElementInstance } from './get-element-instance.ts';
import { searchElementInstanceIncidents } from './search-element-instance-incidents.ts';
import { searchElementInstances } from './search-element-instances.ts';

@Controller()
export class ElementInstancesController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.searchElementInstances)
  searchElementInstances(@Asks() asked: Asked<'searchElementInstances'>) {
    return searchElementInstances(this.services, asked);
  }

  @Route(operations.getElementInstance)
  getElementInstance(@Asks() asked: Asked<'getElementInstance'>) {
    return getElementInstance(this.services, asked);
  }

  @Route(operations.searchElementInstanceIncidents)
  searchElementInstanceIncidents(@Asks() asked: Asked<'searchElementInstanceIncidents'>) {
    return searchElementInstanceIncidents(this.services, asked);
  }

  @Route(operations.createElementInstanceVariables)
  createElementInstanceVariables(@Asks() asked: Asked<'createElementInstanceVariables'>) {
    return createElementInstanceVariables(this.services, asked);
  }
}
