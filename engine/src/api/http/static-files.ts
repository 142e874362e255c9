import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const compress = promisify(brotliCompress);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};
const compressible = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.txt', '.wasm']);

interface Loaded {
  readonly plain: Buffer;
  readonly brotli: Buffer | null;
  readonly etag: string;
}

/** The files of a folder, as they were when it was opened; no path leads out of it. Read and compressed at their first use. */
export class StaticFiles {
  private readonly files: ReadonlyMap<string, string>;
  private readonly loaded = new Map<string, Promise<Loaded>>();

  /** `only` picks files of the folder by name; all of them without it. */
  constructor(folder: string, only?: readonly string[]) {
    const names = only ?? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
    this.files = new Map(names.map((name) => [name.split(sep).join('/'), join(folder, name)]));
  }

  has(name: string): boolean {
    return this.files.has(name);
  }

  /** Names with a hash in them (`assets/…`) never change. */
  async send(name: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { plain, brotli, etag } = await this.load(name);
    const takesBrotli = brotli !== null && /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
    reply
      .header('content-type', types[extname(name)] ?? 'application/octet-stream')
      .header('cache-control', name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      .header('vary', 'accept-encoding')
      .header('etag', etag);
    if (request.headers['if-none-match'] === etag) return void reply.status(304).send();
    if (takesBrotli) reply.header('content-encoding', 'br');
    return void reply.send(takesBrotli ? brotli : plain);
  }

  private load(name: string): Promise<Loaded> {
    const path = this.files.get(name);
    if (path === undefined) throw new Error(`no file ${name}`);
    const loading = this.loaded.get(name) ?? readCompressed(path);
    this.loaded.set(name, loading);
    loading.catch(() => this.loaded.delete(name));
    return loading;
  }
}

async function readCompressed(path: string): Promise<Loaded> {
  const plain = await readFile(path);
  const brotli = compressible.has(extname(path)) && plain.length > 1024 ? await compress(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }) : null;
  return { plain, brotli, etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"` };
}
