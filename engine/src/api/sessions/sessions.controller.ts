import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { operations } from '../../contract/index.ts';
import { sessionCookie } from '../access/authenticate.ts';
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

  @Route(operations.getWelcome)
  getWelcome() {
    return getWelcome(this.services);
  }

  @Route(operations.signIn)
  async signIn(@Asks() { body }: Asked<'signIn'>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { session, cookie, expiresAt } = await signIn(this.services, { ...body, address: request.ip, userAgent: request.headers['user-agent'] ?? null });
    reply.setCookie(sessionCookie, cookie, { ...this.cookieOptions(), expires: new Date(expiresAt) });
    return session;
  }

  @Route(operations.signOut)
  async signOut(@Asks() asked: Asked<'signOut'>, @Res({ passthrough: true }) reply: FastifyReply) {
    await signOut(this.services, asked);
    reply.clearCookie(sessionCookie, this.cookieOptions());
  }

  @Route(operations.getSession)
  getSession(@Asks() asked: Asked<'getSession'>) {
    return getSession(this.services, asked);
  }

  @Route(operations.updateSession)
  updateSession(@Asks() asked: Asked<'updateSession'>) {
    return updateSession(this.services, asked);
  }

  @Route(operations.getAuthentication)
  getAuthentication(@Asks() asked: Asked<'getAuthentication'>) {
    return getAuthentication(this.services, asked);
  }

  @Route(operations.explainAccess)
  explainAccess(@Asks() asked: Asked<'explainAccess'>) {
    return explainAccess(this.services, asked);
  }

  private cookieOptions() {
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.services.settings.secureCookies } as const;
  }
}
