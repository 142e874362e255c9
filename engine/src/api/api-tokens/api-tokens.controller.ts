import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { createApiToken } from './create-api-token.ts';
import { listApiTokens } from './list-api-tokens.ts';
import { revokeApiToken } from './revoke-api-token.ts';

@Controller()
export class ApiTokensController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.listApiTokens)
  listApiTokens(@Asks() asked: Asked<'listApiTokens'>) {
    return listApiTokens(this.services, asked);
  }

  @Route(operations.createApiToken)
  createApiToken(@Asks() asked: Asked<'createApiToken'>) {
    return createApiToken(this.services, asked);
  }

  @Route(operations.revokeApiToken)
  revokeApiToken(@Asks() asked: Asked<'revokeApiToken'>) {
    return revokeApiToken(this.services, asked);
  }
}
