import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { evaluateDecision } from './evaluate-decision.ts';
import { getDecisionDefinition } from './get-decision-definition.ts';
import { getDecisionDefinitionXml } from './get-decision-definition-xml.ts';
import { searchDecisionDefinitions } from './search-decision-definitions.ts';

@Controller()
export class DecisionDefinitionsController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.searchDecisionDefinitions)
  searchDecisionDefinitions(@Asks() asked: Asked<'searchDecisionDefinitions'>) {
    return searchDecisionDefinitions(this.services, asked);
  }

  @Route(operations.getDecisionDefinition)
  getDecisionDefinition(@Asks() asked: Asked<'getDecisionDefinition'>) {
    return getDecisionDefinition(this.services, asked);
  }

  @Route(operations.getDecisionDefinitionXml)
  getDecisionDefinitionXml(@Asks() asked: Asked<'getDecisionDefinitionXml'>) {
    return getDecisionDefinitionXml(this.services, asked);
  }

  @Route(operations.evaluateDecision)
  evaluateDecision(@Asks() asked: Asked<'evaluateDecision'>) {
    return evaluateDecision(this.services, asked);
  }
}
