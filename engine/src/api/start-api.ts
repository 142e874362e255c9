import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { largestResource } from '../contract/index.ts';
import { openFormChecker } from '../forms/server.ts';
import { contentCache } from '../store/index.ts';
import { apiModule } from './api-module.ts';
import { PasswordSignIn } from './access/password-sign-in.ts';
import { checkAddress, loopbackAddresses, type AddressRules } from './access/check-address.ts';
import { LiveHints } from './live/live-hints.ts';
import { asOlder, olderPrefix } from './http/older-clients.ts';
import { setSecurityHeaders } from './http/security-headers.ts';
import { servePages } from './http/serve-pages.ts';
import { SendReply } from './http/send-reply.ts';
import { ProblemFilter } from './http/problem-filter.ts';
import type { Backends } from './services.ts';

/** Largest JSON body, in bytes. */
const largestBody = 10 * 1024 * 1024;

export interface ApiOptions extends Backends {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** The origin under which browsers come, where a proxy stands before this server; its host and origin are let in beside. */
  readonly publicUrl?: string;
  /** Demo accounts are there: only loopback is listened on. */
  readonly demo: boolean;
  readonly designerFolder: string | null;
  /** Checks every JSON reply against the contract, for tests. */
  readonly checkReplies?: boolean;
}

export interface Api {
  /** `http://host:port` */
  readonly address: string;
  /** Takes no more requests, waits for those under way, ends the streams. */
  stop(): Promise<void>;
}

const loopbackHosts = new Set(['127.0.0.1', '::1', 'localhost']);

/** Serves the HTTP API and the designer. @throws when demo accounts would be served beyond this machine, or the port is taken. */
export async function startApi(options: ApiOptions): Promise<Api> {
  if (options.demo && !loopbackHosts.has(options.host)) throw new Error(`demo accounts are served on this machine only, not on ${options.host}`);
  const older = new WeakSet<object>();
  const live = new LiveHints(options.store, options.log);
  const forms = openFormChecker({ onFailure: (formId, failure) => options.log.error({ formId, failure }, 'a form could not be checked') });
  const adapter = new FastifyAdapter({
    bodyLimit: largestBody,
    trustProxy: options.publicUrl !== undefined,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
    rewriteUrl: (request: IncomingMessage) => {
      const url = request.url ?? '/';
      if (!url.startsWith(`${olderPrefix}/`)) return url;
      older.add(request);
      return url.slice(olderPrefix.length);
    },
  });
  const fastify = adapter.getInstance();
  const app = await NestFactory.create<NestFastifyApplication>(apiModule({ ...options, live, forms, contents: contentCache(options.store), passwords: new PasswordSignIn(options) }), adapter, { logger: false, bodyParser: false });
  fastify.removeContentTypeParser('text/plain');
  await app.register(cookie);
  await app.register(multipart, { throwFileSizeLimit: false, limits: { fileSize: largestResource, fieldSize: 1024, headerPairs: 50 } });
  app.useGlobalFilters(new ProblemFilter(options.log));
  app.useGlobalInterceptors(new SendReply(options.checkReplies ?? false));
  let rules: AddressRules = { hosts: [], origins: [] };
  fastify.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(reply.header('x-request-id', request.id), options.settings.secureCookies);
    checkAddress(request.headers, rules);
  });
  fastify.addHook('preSerialization', async (request, _, payload) => (older.has(request.raw) ? asOlder(payload) : payload));
  servePages(fastify, { version: options.settings.version, designerFolder: options.designerFolder });
  await app.listen(options.port, options.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  rules = addressRules(options, port);
  return { address: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`, stop };

  async function stop(): Promise<void> {
    await Promise.all([live.stop(), app.close()]);
    await forms.close();
  }
}

function addressRules({ host, publicUrl }: ApiOptions, port: number): AddressRules {
  const loopback = loopbackAddresses(port);
  if (publicUrl === undefined) return loopbackHosts.has(host) ? loopback : { hosts: null, origins: [`http://${host}:${port}`] };
  const url = new URL(publicUrl);
  return { hosts: [...loopback.hosts, url.host], origins: [...loopback.origins, url.origin] };
}

