import { makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { Log } from './log.ts';

let installed = false;

/** Temporal's native runtime, once a process: its lines go to our log, and signals are left to whoever runs the process. */
export function installTemporalRuntime(log: Log): void {
  if (installed) return;
  installed = true;
  const lines = { trace: 'debug', debug: 'debug', info: 'debug', warn: 'warn', error: 'error' } as const;
  const say = (level: keyof typeof lines) => (message: string, meta?: object) => log[lines[level]](meta ?? {}, message);
  Runtime.install({
    shutdownSignals: [],
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }), forward: {} } },
    logger: {
      log: (level, message, meta) => log[lines[level.toLowerCase() as keyof typeof lines]](meta ?? {}, message),
      trace: say('trace'), debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error'),
    },
  });
}
