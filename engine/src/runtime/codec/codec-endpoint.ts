import type { Payload } from '@temporalio/common';
import type { LoopwrightCodec } from './payload-codec.ts';

/** Payloads as Temporal's UI and CLI send them to a codec server: bytes in base64. */
export interface CodecMessage {
  readonly payloads: readonly { readonly metadata?: Readonly<Record<string, string>>; readonly data?: string }[];
}

export interface CodecEndpoint {
  decode(message: CodecMessage): Promise<CodecMessage>;
}

/** Body for body what a codec server does at `/decode`. Nothing is encoded here: events come through the engine, not through Temporal's UI. */
export function codecEndpoint(codec: LoopwrightCodec): CodecEndpoint {
  return {
    async decode({ payloads }) {
      return { payloads: (await codec.reveal(payloads.map(fromWire))).map(toWire) };
    },
  };
}

const fromWire = ({ metadata = {}, data = '' }: CodecMessage['payloads'][number]): Payload => ({
  metadata: Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, Buffer.from(value, 'base64')])),
  data: Buffer.from(data, 'base64'),
});

const toWire = ({ metadata, data }: Payload): CodecMessage['payloads'][number] => ({
  metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')])),
  data: Buffer.from(data ?? []).toString('base64'),
});
