import { Client, Connection, type ConnectionOptions } from '@temporalio/client';
import type { Store } from '../../store/index.ts';
import { dataConverterOf, openCodec } from '../codec/data-converter.ts';
import type { LoopwrightCodec } from '../codec/payload-codec.ts';

/** Where Temporal is, and how its payloads are encrypted. */
export interface TemporalOptions {
  /** `host:port`. */
  readonly address: string;
  readonly namespace?: string;
  /** For a cluster that asks for it; see Temporal's connection options. */
  readonly tls?: NonNullable<ConnectionOptions['tls']>;
  readonly apiKey?: string;
  /** Task queue of the workers. */
  readonly taskQueue?: string;
  /** File with the payload keys; made when it does not exist. All processes of an installation share it. */
  readonly keyFile: string;
}

export const DEFAULT_TASK_QUEUE = 'loopwright';

export interface Temporal {
  readonly client: Client;
  readonly codec: LoopwrightCodec;
  readonly taskQueue: string;
  close(): Promise<void>;
}

/** Connects at the first call: an unreachable server shows then. */
export function connectTemporal(store: Store, options: TemporalOptions): Temporal {
  const { address, namespace = 'default', taskQueue = DEFAULT_TASK_QUEUE, tls, apiKey, keyFile } = options;
  const codec = openCodec(store, keyFile);
  const connection = Connection.lazy({ address, ...(tls !== undefined && { tls }), ...(apiKey !== undefined && { apiKey }) });
  const client = new Client({ connection, namespace, dataConverter: dataConverterOf(codec) });
  return { client, codec, taskQueue, close: () => connection.close() };
}
