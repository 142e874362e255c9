import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { getForm } from './get-form.ts';
import { searchForms } from './search-forms.ts';

@Controller()
export class FormsController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.searchForms)
  searchForms(@Asks() asked: Asked<'searchForms'>) {
    return searchForms(this.services, asked);
  }

  @Route(operations.getForm)
  getForm(@Asks() asked: Asked<'getForm'>) {
    return getForm(this.services, asked);
  }
}
