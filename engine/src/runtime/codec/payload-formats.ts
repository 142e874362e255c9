import type { Payload } from '@temporalio/common';

/** Names of payload metadata and of encodings, shared by the converter (in the sandbox) and the codec (outside). */
export const metadata = {
  encoding: 'encoding',
  /** Hashes of the definitions that the value refers to, comma-separated. */
  definitions: 'definitions',
  /** Set on arguments of local activities: they never leave the process. */
  local: 'local',
  /** Set by the codec, on what it has encrypted. */
  tenant: 'tenant',
  key: 'key-id',
  inner: 'inner-encoding',
} as const;

export const encodings = {
  json: 'json/plain',
  /** A JSON value followed by the texts of its definitions; only between codec and sandbox. */
  withDefinitions: 'loopwright/with-definitions',
  /** nonce (12 bytes), ciphertext, tag (16 bytes) of AES-256-GCM. */
  encrypted: 'loopwright/encrypted',
  /** Name of a stored payload whose content is an encrypted one's. */
  stored: 'loopwright/stored',
} as const;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const bytesOf = (text: string): Uint8Array => encoder.encode(text);
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);

/** One entry of a payload's metadata as text, or undefined. */
export function metadataOf(payload: Payload, name: string): string | undefined {
  const value = payload.metadata?.[name];
  return value ? textOf(value) : undefined;
}

export const hashesOf = (payload: Payload): string[] => metadataOf(payload, metadata.definitions)?.split(',') ?? [];

/** Sections one after the other, each behind its length in four bytes. */
export function packSections(sections: readonly Uint8Array[]): Uint8Array {
  const packed = new Uint8Array(sections.reduce((size, section) => size + 4 + section.length, 0));
  const view = new DataView(packed.buffer);
  let offset = 0;
  for (const section of sections) {
    view.setUint32(offset, section.length);
    packed.set(section, offset + 4);
    offset += 4 + section.length;
  }
  return packed;
}

/** The reverse of `packSections`, without copying. */
export function unpackSections(packed: Uint8Array): Uint8Array[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const sections: Uint8Array[] = [];
  for (let offset = 0; offset < packed.length; ) {
    const length = view.getUint32(offset);
    sections.push(packed.subarray(offset + 4, offset + 4 + length));
    offset += 4 + length;
  }
  return sections;
}
