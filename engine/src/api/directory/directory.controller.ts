import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { getDirectory } from './get-directory.ts';

@Controller()
export class DirectoryController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.getDirectory)
  getDirectory(@Asks() asked: Asked<'getDirectory'>) {
    return getDirectory(this.services, asked);
  }
}
