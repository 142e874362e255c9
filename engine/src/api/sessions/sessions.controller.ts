import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { explainAccess } from './explain-access.ts';
import { getAuthentication } from './get-authentication.ts';
import { getSession } from './get-session.ts';
import { getWelcome } from './get-welcome.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { updateSession } from './update-session.ts';

@Controller()
export class SessionsController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.getAuthentication)
  getAuthentication(@Asks() asked: Asked<'getAuthentication'>) {
    return getAuthentication(this.services, asked);
  }

  @Route(operations.getWelcome)
  getWelcome(@Asks() asked: Asked<'getWelcome'>) {
    return getWelcome(this.services, asked);
  }

  @Route(operations.signIn)
  signIn(@Asks() asked: Asked<'signIn'>) {
    return signIn(this.services, asked);
  }

  @Route(operations.getSession)
  getSession(@Asks() asked: Asked<'getSession'>) {
    return getSession(this.services, asked);
  }

  @Route(operations.updateSession)
  updateSession(@Asks() asked: Asked<'updateSession'>) {
    return updateSession(this.services, asked);
  }

  @Route(operations.signOut)
  signOut(@Asks() asked: Asked<'signOut'>) {
    return signOut(this.services, asked);
  }

  @Route(operations.explainAccess)
  explainAccess(@Asks() asked: Asked<'explainAccess'>) {
    return explainAccess(this.services, asked);
  }
}
