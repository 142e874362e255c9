import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { getAuditLog } from './get-audit-log.ts';
import { searchAuditLogs } from './search-audit-logs.ts';

@Controller()
export class AuditLogsController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.searchAuditLogs)
  searchAuditLogs(@Asks() asked: Asked<'searchAuditLogs'>) {
    return searchAuditLogs(this.services, asked);
  }

  @Route(operations.getAuditLog)
  getAuditLog(@Asks() asked: Asked<'getAuditLog'>) {
    return getAuditLog(this.services, asked);
  }
}
