import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { getProcessDefinition } from './get-process-definition.ts';
import { getProcessDefinitionXml } from './get-process-definition-xml.ts';
import { getStartProcessForm } from './get-start-process-form.ts';
import { searchProcessDefinitions } from './search-process-definitions.ts';

@Controller()
export class ProcessDefinitionsController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.searchProcessDefinitions)
  searchProcessDefinitions(@Asks() asked: Asked<'searchProcessDefinitions'>) {
    return searchProcessDefinitions(this.services, asked);
  }

  @Route(operations.getProcessDefinition)
  getProcessDefinition(@Asks() asked: Asked<'getProcessDefinition'>) {
    return getProcessDefinition(this.services, asked);
  }

  @Route(operations.getProcessDefinitionXml)
  getProcessDefinitionXml(@Asks() asked: Asked<'getProcessDefinitionXml'>) {
    return getProcessDefinitionXml(this.services, asked);
  }

  @Route(operations.getStartProcessForm)
  getStartProcessForm(@Asks() asked: Asked<'getStartProcessForm'>) {
    return getStartProcessForm(this.services, asked);
  }
}
