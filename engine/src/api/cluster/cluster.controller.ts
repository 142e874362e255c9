import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { getLicense } from './get-license.ts';
import { getLiveness } from './get-liveness.ts';
import { getReadiness } from './get-readiness.ts';
import { getStatus } from './get-status.ts';
import { getTopology } from './get-topology.ts';

@Controller()
export class ClusterController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.getTopology)
  getTopology(@Asks() asked: Asked<'getTopology'>) {
    return getTopology(this.services, asked);
  }

  @Route(operations.getStatus)
  getStatus(@Asks() asked: Asked<'getStatus'>) {
    return getStatus(this.services, asked);
  }

  @Route(operations.getLicense)
  getLicense(@Asks() asked: Asked<'getLicense'>) {
    return getLicense(this.services, asked);
  }

  @Route(operations.getLiveness)
  getLiveness(@Asks() asked: Asked<'getLiveness'>) {
    return getLiveness(this.services, asked);
  }

  @Route(operations.getReadiness)
  getReadiness(@Asks() asked: Asked<'getReadiness'>) {
    return getReadiness(this.services, asked);
  }
}
