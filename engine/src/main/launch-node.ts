import { startManagedProcess, type ManagedProcess, type ManagedProcessOptions } from '../services/index.ts';

/** What a Node child of ours says when it can work. */
export const READY = { type: 'ready' } as const;

/** Starts a program of ours as a child and waits until it says that it is ready. @throws when it ends before that. */
export async function launchNode(options: Omit<ManagedProcessOptions, 'ipc' | 'stopSignal'>): Promise<ManagedProcess> {
  const child = await startManagedProcess({ ...options, ipc: true, stopSignal: 'SIGTERM' });
  const ready = new Promise<'ready'>((resolve) => {
    child.child.on('message', (message) => {
      if ((message as { type?: string }).type === READY.type) resolve('ready');
    });
  });
  const first = await Promise.race([ready, child.ended]);
  if (first !== 'ready') throw new Error(`${options.name} ended while starting (${first.signal ?? `exit code ${first.code}`}); its log is ${options.logFile}`);
  return child;
}
