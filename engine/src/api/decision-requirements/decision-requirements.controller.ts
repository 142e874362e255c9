import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { getDecisionRequirements } from './get-decision-requirements.ts';
import { getDecisionRequirementsXml } from './get-decision-requirements-xml.ts';
import { searchDecisionRequirements } from './search-decision-requirements.ts';

@Controller()
export class DecisionRequirementsController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.searchDecisionRequirements)
  searchDecisionRequirements(@Asks() asked: Asked<'searchDecisionRequirements'>) {
    return searchDecisionRequirements(this.services, asked);
  }

  @Route(operations.getDecisionRequirements)
  getDecisionRequirements(@Asks() asked: Asked<'getDecisionRequirements'>) {
    return getDecisionRequirements(this.services, asked);
  }

  @Route(operations.getDecisionRequirementsXml)
  getDecisionRequirementsXml(@Asks() asked: Asked<'getDecisionRequirementsXml'>) {
    return getDecisionRequirementsXml(this.services, asked);
  }
}
