import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { createDeployment } from './create-deployment.ts';
import { getResource } from './get-resource.ts';
import { getResourceContent } from './get-resource-content.ts';
import { lintDeployment } from './lint-deployment.ts';

@Controller()
export class DeploymentsController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.createDeployment)
  createDeployment(@Asks() asked: Asked<'createDeployment'>) {
    return createDeployment(this.services, asked);
  }

  @Route(operations.lintDeployment)
  lintDeployment(@Asks() asked: Asked<'lintDeployment'>) {
    return lintDeployment(this.services, asked);
  }

  @Route(operations.getResource)
  getResource(@Asks() asked: Asked<'getResource'>) {
    return getResource(this.services, asked);
  }

  @Route(operations.getResourceContent)
  getResourceContent(@Asks() asked: Asked<'getResourceContent'>) {
    return getResourceContent(this.services, asked);
  }
}
