import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { getIncident } from './get-incident.ts';
import { resolveIncident } from './resolve-incident.ts';
import { searchIncidents } from './search-incidents.ts';

@Controller()
export class IncidentsController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.searchIncidents)
  searchIncidents(@Asks() asked: Asked<'searchIncidents'>) {
    return searchIncidents(this.services, asked);
  }

  @Route(operations.getIncident)
  getIncident(@Asks() asked: Asked<'getIncident'>) {
    return getIncident(this.services, asked);
  }

  @Route(operations.resolveIncident)
  resolveIncident(@Asks() asked: Asked<'resolveIncident'>) {
    return resolveIncident(this.services, asked);
  }
}
