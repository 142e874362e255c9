/** A worker in a process of its own, to be killed: holds chosen instances before or after their projection until it is told to go on. */
import type { TurnDraft } from '../src/runtime/protocol.ts';
import { startWorker } from '../src/runtime/worker.ts';
import { openStore } from '../src/store/index.ts';
import type { CrashWorkerOptions, Held, Orders } from './crash-worker-messages.ts';

const { databaseUrl, tenantId, temporal, bundlePath } = JSON.parse(process.env['CRASH_WORKER']!) as CrashWorkerOptions;
let hold: Orders['hold'] = {};
let goOn: () => void = () => undefined;
let held = Promise.resolve();

process.on('message', (orders: Orders) => {
  hold = orders.hold;
  goOn();
  held = new Promise((resolve) => (goOn = resolve));
});

async function holdAt(point: 'before' | 'after', { processInstanceKey, events }: TurnDraft): Promise<void> {
  if (hold[processInstanceKey] !== point || events[0]?.type !== 'user task completed') return;
  process.send!({ processInstanceKey, point } satisfies Held);
  await held;
}

const silent = () => undefined;
await startWorker({
  store: openStore({ url: databaseUrl, poolSize: 20 }),
  temporal,
  log: { debug: silent, info: silent, warn: silent, error: (data, message) => console.error(message, data) },
  settingsOf: () => ({ zone: 'Europe/Berlin', calendars: [] }),
  bundle: { codePath: bundlePath },
  cachedInstances: 100,
  tenants: [tenantId],
  resendAfter: 1_500,
  trial: {
    workflowTaskTimeout: 4_000,
    stickyTimeout: 1_000,
    hooks: { beforeProjection: (draft) => holdAt('before', draft), afterProjection: (draft) => holdAt('after', draft) },
  },
});
process.send!('ready');
