import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { contentCache, keepPayload, readPayload, type Store } from '../../store/index.ts';
import { openKeyRing } from './key-ring.ts';
import { createCodec, type LoopwrightCodec } from './payload-codec.ts';

const beside = (path: string): string => fileURLToPath(new URL(path + extname(import.meta.url), import.meta.url));

export const payloadConverterPath = beside('./payload-converter');
export const failureConverterPath = beside('./failure-converter');

/** The codec with its keys from a file, over a store. */
export function openCodec(store: Store, keyFile: string): LoopwrightCodec {
  const contents = contentCache(store);
  const encoder = new TextEncoder();
  return createCodec(openKeyRing(keyFile), {
    readDefinition: async (tenantId, hash) => encoder.encode(await contents.read(tenantId, hash)),
    keepPayload: (tenantId, content) => keepPayload(store, tenantId, content),
    readPayload: (tenantId, name) => readPayload(store, tenantId, name),
  });
}

export function dataConverterOf(codec: LoopwrightCodec): DataConverter {
  return { payloadConverterPath, failureConverterPath, payloadCodecs: [codec] };
}
