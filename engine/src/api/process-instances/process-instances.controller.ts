import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { cancelProcessInstance } from './cancel-process-instance.ts';
import { createProcessInstance } from './create-process-instance.ts';
import { getProcessInstance } from './get-process-instance.ts';
import { getProcessInstanceCallHierarchy } from './get-process-instance-call-hierarchy.ts';
import { getProcessInstanceSequenceFlows } from './get-process-instance-sequence-flows.ts';
import { getProcessInstanceStatistics } from './get-process-instance-statistics.ts';
import { searchProcessInstanceIncidents } from './search-process-instance-incidents.ts';
import { searchProcessInstances } from './search-process-instances.ts';

@Controller()
export class ProcessInstancesController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.createProcessInstance)
  createProcessInstance(@Asks() asked: Asked<'createProcessInstance'>) {
    return createProcessInstance(this.services, asked);
  }

  @Route(operations.searchProcessInstances)
  searchProcessInstances(@Asks() asked: Asked<'searchProcessInstances'>) {
    return searchProcessInstances(this.services, asked);
  }

  @Route(operations.getProcessInstance)
  getProcessInstance(@Asks() asked: Asked<'getProcessInstance'>) {
    return getProcessInstance(this.services, asked);
  }

  @Route(operations.cancelProcessInstance)
  cancelProcessInstance(@Asks() asked: Asked<'cancelProcessInstance'>) {
    return cancelProcessInstance(this.services, asked);
  }

  @Route(operations.getProcessInstanceCallHierarchy)
  getProcessInstanceCallHierarchy(@Asks() asked: Asked<'getProcessInstanceCallHierarchy'>) {
    return getProcessInstanceCallHierarchy(this.services, asked);
  }

  @Route(operations.getProcessInstanceSequenceFlows)
  getProcessInstanceSequenceFlows(@Asks() asked: Asked<'getProcessInstanceSequenceFlows'>) {
    return getProcessInstanceSequenceFlows(this.services, asked);
  }

  @Route(operations.getProcessInstanceStatistics)
  getProcessInstanceStatistics(@Asks() asked: Asked<'getProcessInstanceStatistics'>) {
    return getProcessInstanceStatistics(this.services, asked);
  }

  @Route(operations.searchProcessInstanceIncidents)
  searchProcessInstanceIncidents(@Asks() asked: Asked<'searchProcessInstanceIncidents'>) {
    return searchProcessInstanceIncidents(this.services, asked);
  }
}
