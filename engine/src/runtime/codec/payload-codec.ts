import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
import { tenantOfWorkflow } from '../workflow/workflow-ids.ts';
import type { KeyRing } from './key-ring.ts';
import { bytesOf, encodings, hashesOf, metadata, metadataOf, packSections, textOf } from './payload-formats.ts';

/** What the codec reads and writes outside Temporal's history. */
export interface PayloadStorage {
  /** Text of a definition, as UTF-8. @throws when the tenant has none of this hash. */
  readDefinition(tenantId: string, hash: string): Promise<Uint8Array>;
  /** Keeps a large payload; gives its name. */
  keepPayload(tenantId: string, content: Uint8Array): Promise<string>;
  readPayload(tenantId: string, name: string): Promise<Uint8Array>;
}

/** Payloads beyond this size, encrypted, go to the store. */
const LARGEST_INLINE = 64 * 1024;

export interface LoopwrightCodec extends PayloadCodec {
  /** Like `decode`, but definitions stay hashes: for people who look at a history. */
  reveal(payloads: Payload[]): Promise<Payload[]>;
}

/**
 * Encrypts every payload with its tenant's key (AES-256-GCM, metadata authenticated), keeps large ones in the store,
 * and puts definitions in where a payload names them by hash. A payload that is not encrypted is refused.
 */
export function createCodec(keys: KeyRing, storage: PayloadStorage): LoopwrightCodec {
  async function open(payload: Payload): Promise<Payload> {
    if (payload.metadata?.[metadata.local]) return payload;
    const tenantId = metadataOf(payload, metadata.tenant);
    const encoding = metadataOf(payload, metadata.encoding);
    if (tenantId === undefined) throw new Error(`a payload (${encoding}) is not encrypted`);
    const content = encoding === encodings.stored ? await storage.readPayload(tenantId, textOf(payload.data!)) : payload.data!;
    return decrypt(keys, tenantId, payload, content);
  }

  async function putDefinitionsIn(payload: Payload, tenantId: string): Promise<Payload> {
    const hashes = hashesOf(payload);
    if (hashes.length === 0) return payload;
    const texts = await Promise.all(hashes.map((hash) => storage.readDefinition(tenantId, hash)));
    return {
      metadata: { [metadata.encoding]: bytesOf(encodings.withDefinitions), [metadata.definitions]: payload.metadata![metadata.definitions]! },
      data: packSections([payload.data!, ...texts]),
    };
  }

  return {
    encode: (payloads, context) =>
      Promise.all(
        payloads.map(async (payload) => {
          if (payload.metadata?.[metadata.local]) return payload;
          const tenantId = tenantOfContext(context);
          const encrypted = encrypt(keys, tenantId, payload);
          if (encrypted.data!.length <= LARGEST_INLINE) return encrypted;
          const name = await storage.keepPayload(tenantId, encrypted.data!);
          return { metadata: { ...encrypted.metadata, [metadata.encoding]: bytesOf(encodings.stored) }, data: bytesOf(name) };
        }),
      ),
    decode: (payloads) => Promise.all(payloads.map(async (payload) => putDefinitionsIn(await open(payload), metadataOf(payload, metadata.tenant)!))),
    reveal: (payloads) => Promise.all(payloads.map(open)),
  };
}

/** Payloads of no workflow in particular belong to nobody's tenant; none of ours carries data. */
const tenantOfContext = (context?: SerializationContext): string => (context?.workflowId === undefined ? '' : tenantOfWorkflow(context.workflowId));

const authenticated = (payload: Payload): Uint8Array =>
  bytesOf([metadata.tenant, metadata.key, metadata.inner, metadata.definitions].map((name) => metadataOf(payload, name) ?? '').join('\n'));

/** Protobuf gives absent bytes as an array. */
const NOTHING = new Uint8Array();

function encrypt(keys: KeyRing, tenantId: string, payload: Payload): Payload {
  const encrypted: Payload = {
    metadata: {
      [metadata.encoding]: bytesOf(encodings.encrypted),
      [metadata.tenant]: bytesOf(tenantId),
      [metadata.key]: bytesOf(keys.current),
      [metadata.inner]: payload.metadata![metadata.encoding]!,
      ...(payload.metadata![metadata.definitions] && { [metadata.definitions]: payload.metadata![metadata.definitions] }),
    },
  };
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keys.keyOf(tenantId, keys.current), nonce);
  cipher.setAAD(authenticated(encrypted));
  encrypted.data = Buffer.concat([nonce, cipher.update(payload.data?.length ? payload.data : NOTHING), cipher.final(), cipher.getAuthTag()]);
  return encrypted;
}

function decrypt(keys: KeyRing, tenantId: string, payload: Payload, content: Uint8Array): Payload {
  const decipher = createDecipheriv('aes-256-gcm', keys.keyOf(tenantId, metadataOf(payload, metadata.key)!), content.subarray(0, 12));
  decipher.setAAD(authenticated(payload));
  decipher.setAuthTag(content.subarray(content.length - 16));
  const data = Buffer.concat([decipher.update(content.subarray(12, content.length - 16)), decipher.final()]);
  const definitions = payload.metadata![metadata.definitions];
  return { metadata: { [metadata.encoding]: payload.metadata![metadata.inner]!, ...(definitions && { [metadata.definitions]: definitions }) }, data };
}
