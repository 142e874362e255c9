import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { getCatalogue } from './get-catalogue.ts';
import { getCatalogueEntry } from './get-catalogue-entry.ts';
import { searchRequests } from './search-requests.ts';

@Controller()
export class CatalogueController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.getCatalogue)
  getCatalogue(@Asks() asked: Asked<'getCatalogue'>) {
    return getCatalogue(this.services, asked);
  }

  @Route(operations.getCatalogueEntry)
  getCatalogueEntry(@Asks() asked: Asked<'getCatalogueEntry'>) {
    return getCatalogueEntry(this.services, asked);
  }

  @Route(operations.searchRequests)
  searchRequests(@Asks() asked: Asked<'searchRequests'>) {
    return searchRequests(this.services, asked);
  }
}
