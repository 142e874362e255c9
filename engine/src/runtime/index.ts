/** The kernel inside Temporal: a client for those who ask, a worker for those who do. */
export { createRuntimeClient, type RuntimeClient, type RuntimeClientOptions } from './client/create-runtime-client.ts';
export { requestIdOf, type Caller } from './client/caller.ts';
export type { TemporalOptions } from './client/connect-temporal.ts';
export type { SettingsOf } from './client/instance-settings.ts';
export type { Outcome } from './client/outcome.ts';
export type { CodecMessage } from './codec/codec-endpoint.ts';
export type { Log } from './log.ts';
export type { InstanceSettings } from './protocol.ts';
