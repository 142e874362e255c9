import type { TemporalOptions } from '../src/runtime/index.ts';

export interface CrashWorkerOptions {
  readonly databaseUrl: string;
  readonly tenantId: string;
  readonly temporal: TemporalOptions;
  readonly bundlePath: string;
}

/** Where to hold the completion of an instance's task. New orders let go of what is held. */
export interface Orders {
  readonly hold: Readonly<Record<string, 'before' | 'after'>>;
}

export interface Held {
  readonly processInstanceKey: string;
  readonly point: 'before' | 'after';
}
