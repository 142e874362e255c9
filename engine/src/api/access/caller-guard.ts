import { Inject, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Problem } from '../http/problem.ts';
import { operationOf, type CallerRequest } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import { authenticate } from './authenticate.ts';

/** Lets nobody in who isn't signed in, except to open operations. */
export class CallerGuard implements CanActivate {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (operationOf(context)?.open) return true;
    const request = context.switchToHttp().getRequest<CallerRequest>();
    const caller = await authenticate(this.services, this.services.passwords, request);
    if (caller === null) throw new Problem('not-signed-in', 'Sign in, or send a token.');
    request.caller = caller;
    return true;
  }
}
