import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Payload, SerializationContext } from '@temporalio/common';
import { afterAll, expect, it } from 'vitest';
import { valueOf, type Definitions } from '../workflow/definitions.ts';
import { openKeyRing } from './key-ring.ts';
import { createCodec, type PayloadStorage } from './payload-codec.ts';
import { payloadConverter } from './payload-converter.ts';
import { encodings, metadata, metadataOf } from './payload-formats.ts';

const folder = mkdtempSync(join(tmpdir(), 'loopwright-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MODEL = { processId: 'eco', elements: { 开始: { type: 'start event' } } };

function openStorage(): PayloadStorage & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    readDefinition: async (tenantId, hash) => Buffer.from(JSON.stringify({ ...MODEL, tenantId, hash })),
    async keepPayload(tenantId, content) {
      kept.set(`${tenantId}:${kept.size}`, content);
      return `${tenantId}:${kept.size - 1}`;
    },
    readPayload: async (_tenantId, name) => kept.get(name)!,
  };
}

const contextOf = (tenantId: string): SerializationContext => ({ type: 'workflow', namespace: 'default', workflowId: `${tenantId}/4711` });
const keys = openKeyRing(join(folder, 'payload-keys.json'));

async function throughCodec(value: unknown, storage = openStorage()): Promise<{ wire: Payload; back: unknown }> {
  const codec = createCodec(keys, storage);
  const [wire] = await codec.encode([payloadConverter.toPayload(value)], contextOf('demo'));
  const [payload] = await codec.decode([wire!]);
  return { wire: wire!, back: payloadConverter.fromPayload(payload!) };
}

it('gives back what went in, and shows nothing of it on the way', async () => {
  const value = { amount: '12.50', title: '变更单 4711', list: [1, null, { deep: true }] };
  const { wire, back } = await throughCodec(value);
  expect(back).toEqual(value);
  expect(Buffer.from(wire.data!).includes('变更单')).toBe(false);
  expect(metadataOf(wire, metadata.encoding)).toBe(encodings.encrypted);
  expect((await throughCodec(undefined)).back).toBeUndefined();
  expect((await throughCodec(null)).back).toBeNull();
});

it('carries definitions by hash and puts them in on the worker, one value for all', async () => {
  const value = { tenantId: 'demo', definitions: { h1: null, h2: null } };
  const { wire, back } = await throughCodec(value);
  const { definitions } = back as { definitions: Definitions };
  expect(Object.keys(definitions)).toEqual(['h1', 'h2']);
  expect(valueOf(definitions, 'h2')).toEqual({ ...MODEL, tenantId: 'demo', hash: 'h2' });
  expect(wire.data!.length).toBeLessThan(100);
  const again = (await throughCodec({ definitions: { h2: null } })).back as { definitions: Definitions };
  expect(valueOf(again.definitions, 'h2')).toBe(valueOf(definitions, 'h2'));
});

it('keeps large payloads outside, encrypted', async () => {
  const storage = openStorage();
  const value = { text: 'x'.repeat(100_000) };
  const { wire, back } = await throughCodec(value, storage);
  expect(back).toEqual(value);
  expect(metadataOf(wire, metadata.encoding)).toBe(encodings.stored);
  expect(wire.data!.length).toBeLessThan(100);
  expect(Buffer.from([...storage.kept.values()][0]!).includes('xxxx')).toBe(false);
});

it('refuses what is not encrypted, altered, or moved to another tenant', async () => {
  const codec = createCodec(keys, openStorage());
  const [wire] = await codec.encode([payloadConverter.toPayload({ a: 1 })], contextOf('demo'));
  const flipped = Uint8Array.from(wire!.data!);
  flipped[14]! ^= 1;
  await expect(codec.decode([payloadConverter.toPayload({ a: 1 })])).rejects.toThrow('not encrypted');
  await expect(codec.decode([{ ...wire!, data: flipped }])).rejects.toThrow();
  await expect(codec.decode([{ ...wire!, metadata: { ...wire!.metadata, [metadata.tenant]: Buffer.from('other') } }])).rejects.toThrow();
  await expect(codec.decode([{ ...wire!, metadata: { ...wire!.metadata, [metadata.definitions]: Buffer.from('h9') } }])).rejects.toThrow();
});

it('makes a key file for its owner only, reads it again, and keeps old generations readable', async () => {
  const path = join(folder, 'sub', 'payload-keys.json');
  const first = openKeyRing(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(openKeyRing(path).keyOf('demo', 'k1')).toEqual(first.keyOf('demo', 'k1'));
  expect(first.keyOf('demo', 'k1')).not.toEqual(first.keyOf('other', 'k1'));

  const [wire] = await createCodec(first, openStorage()).encode([payloadConverter.toPayload('old')], contextOf('demo'));
  const file = JSON.parse(readFileSync(path, 'utf8')) as { keys: Record<string, string> };
  writeFileSync(path, JSON.stringify({ current: 'k2', keys: { ...file.keys, k2: Buffer.alloc(32, 7).toString('base64') } }));
  const rotated = createCodec(openKeyRing(path), openStorage());
  expect(payloadConverter.fromPayload((await rotated.decode([wire!]))[0]!)).toBe('old');
  expect(metadataOf((await rotated.encode([wire!], contextOf('demo')))[0]!, metadata.key)).toBe('k2');

  writeFileSync(path, JSON.stringify({ current: 'k1', keys: { k1: 'short' } }));
  expect(() => openKeyRing(path)).toThrow('not 32 bytes');
});
