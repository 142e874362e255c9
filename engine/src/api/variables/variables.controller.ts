import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { getVariable } from './get-variable.ts';
import { searchVariables } from './search-variables.ts';

@Controller()
export class VariablesController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.searchVariables)
  searchVariables(@Asks() asked: Asked<'searchVariables'>) {
    return searchVariables(this.services, asked);
  }

  @Route(operations.getVariable)
  getVariable(@Asks() asked: Asked<'getVariable'>) {
    return getVariable(this.services, asked);
  }
}
