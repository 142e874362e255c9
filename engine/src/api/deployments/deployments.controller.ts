import { Controller, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { createDeployment } from './create-deployment.ts';
import { getResource } from './get-resource.ts';
import { getResourceContent } from './get-resource-content.ts';
import { lintDeployment } from './lint-deployment.ts';
import { readUpload } from './read-upload.ts';

@Controller()
export class DeploymentsController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.createDeployment)
  async createDeployment(@Asks() { caller }: Asked<'createDeployment'>, @Req() request: FastifyRequest) {
    return createDeployment(this.services, { caller, upload: await readUpload(request) });
  }

  @Route(operations.lintDeployment)
  async lintDeployment(@Asks() { caller }: Asked<'lintDeployment'>, @Req() request: FastifyRequest) {
    return lintDeployment(this.services, { caller, upload: await readUpload(request) });
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
