import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { operations, operationsNotDone, type Operation } from '../../contract/index.ts';
import { openApiDocument } from '../open-api/open-api-document.ts';
import { docsPage, docsScript } from '../open-api/docs-page.ts';
import { Problem } from './problem.ts';
import { StaticFiles } from './static-files.ts';

export interface Pages {
  readonly version: string;
  /** The built designer; null serves no pages but those of the API's description. */
  readonly designerFolder: string | null;
}

/** What isn't an operation: the OpenAPI document and its page, the designer, and the operations that are not done. */
export function servePages(fastify: FastifyInstance, { version, designerFolder }: Pages): void {
  const document = JSON.stringify(openApiDocument(Object.values<Operation>(operations), version));
  fastify.get('/v2/openapi.json', (_, reply) => void reply.header('content-type', 'application/json').send(document));

  const swagger = new StaticFiles(dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')), ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']);
  fastify.get('/v2/docs', (_, reply) => void reply.redirect('/v2/docs/'));
  fastify.get('/v2/docs/', (_, reply) => void reply.header('content-type', 'text/html; charset=utf-8').send(docsPage));
  fastify.get('/v2/docs/start.js', (_, reply) => void reply.header('content-type', 'text/javascript; charset=utf-8').send(docsScript));
  fastify.get<{ Params: { name: string } }>('/v2/docs/:name', async (request, reply) => {
    if (!swagger.has(request.params.name)) throw new Problem('not-found', 'There is nothing at this address.');
    await swagger.send(request.params.name, request, reply);
    return reply;
  });

  for (const [id, method, path] of operationsNotDone) {
    fastify.route({ method, url: path.replaceAll(/\{(\w+)\}/g, ':$1'), handler: () => Promise.reject(new Problem('not-implemented', `The operation ${id} is not done here.`)) });
  }
  if (designerFolder !== null && existsSync(join(designerFolder, 'index.html'))) serveDesigner(fastify, new StaticFiles(designerFolder));
}

/** Addresses of the designer's pages are known to its script alone, so each gets the one page. */
function serveDesigner(fastify: FastifyInstance, files: StaticFiles): void {
  fastify.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
    const name = request.params['*'];
    if (files.has(name)) await files.send(name, request, reply);
    else if (/^(v2|health|assets)\//.test(name)) throw new Problem('not-found', 'There is nothing at this address.');
    else await files.send('index.html', request, reply);
    return reply;
  });
}
