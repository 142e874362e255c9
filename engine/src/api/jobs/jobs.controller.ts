import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { activateJobs } from './activate-jobs.ts';
import { completeJob } from './complete-job.ts';
import { failJob } from './fail-job.ts';
import { searchJobs } from './search-jobs.ts';
import { throwJobError } from './throw-job-error.ts';
import { updateJob } from './update-job.ts';

@Controller()
export class JobsController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.activateJobs)
  activateJobs(@Asks() asked: Asked<'activateJobs'>, @Res({ passthrough: true }) reply: FastifyReply) {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    return activateJobs(this.services, asked, gone.signal);
  }

  @Route(operations.searchJobs)
  searchJobs(@Asks() asked: Asked<'searchJobs'>) {
    return searchJobs(this.services, asked);
  }

  @Route(operations.completeJob)
  completeJob(@Asks() asked: Asked<'completeJob'>) {
    return completeJob(this.services, asked);
  }

  @Route(operations.failJob)
  failJob(@Asks() asked: Asked<'failJob'>) {
    return failJob(this.services, asked);
  }

  @Route(operations.throwJobError)
  throwJobError(@Asks() asked: Asked<'throwJobError'>) {
    return throwJobError(this.services, asked);
  }

  @Route(operations.updateJob)
  updateJob(@Asks() asked: Asked<'updateJob'>) {
    return updateJob(this.services, asked);
  }
}
