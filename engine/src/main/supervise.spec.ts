import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ManagedProcess } from '../services/index.ts';
import { supervise, type Supervised } from './supervise.ts';

/** A process that ends when told to, or when the test has it crash. */
function fakeProcess(pid: number): ManagedProcess & { crash: () => void; stopped: () => boolean } {
  let end: (how: { code: number | null; signal: NodeJS.Signals | null }) => void = () => undefined;
  let wasStopped = false;
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => (end = resolve));
  return {
    name: 'worker', pid, child: {} as never, ended, identity: { name: 'worker', pid, startedAt: '' },
    crash: () => end({ code: 1, signal: null }),
    stopped: () => wasStopped,
    async stop() {
      wasStopped = true;
      end({ code: 0, signal: null });
    },
  };
}

let supervised: Supervised;
const said: string[] = [];
const launched: ReturnType<typeof fakeProcess>[] = [];
const launch = vi.fn<() => Promise<ManagedProcess>>();

beforeEach(() => {
  vi.useFakeTimers();
  said.length = launched.length = 0;
  launch.mockReset().mockImplementation(async () => launched[launched.push(fakeProcess(launched.length + 2)) - 1]!);
});
afterEach(() => vi.useRealTimers());

function watchOver(first: ManagedProcess): void {
  supervised = supervise({ name: 'worker', first, launch, say: (line) => said.push(line), onProcess: () => undefined });
}

it('starts a process again that ended by itself, and says so', async () => {
  const first = fakeProcess(1);
  watchOver(first);
  first.crash();
  await vi.advanceTimersByTimeAsync(600);
  expect(supervised.current().pid).toBe(2);
  expect(said).toEqual(['worker ended (exit code 1); it is started again.', 'worker is up again.']);
  await supervised.stop();
});

it('waits longer each time a start fails', async () => {
  launch.mockRejectedValue(new Error('no database'));
  const first = fakeProcess(1);
  watchOver(first);
  first.crash();
  await vi.advanceTimersByTimeAsync(500 + 1000 + 2000 + 3999);
  expect(launch).toHaveBeenCalledTimes(3);
  await vi.advanceTimersByTimeAsync(1);
  expect(launch).toHaveBeenCalledTimes(4);
  expect(said).toContain('no database');
  await supervised.stop();
});

it('starts nothing once it is stopped', async () => {
  const first = fakeProcess(1);
  watchOver(first);
  await supervised.stop();
  expect(first.stopped()).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(launch).not.toHaveBeenCalled();
});

it('stops a process that comes up while it is being stopped', async () => {
  let comeUp: (process: ManagedProcess) => void = () => undefined;
  launch.mockImplementation(() => new Promise((resolve) => (comeUp = resolve)));
  const first = fakeProcess(1);
  watchOver(first);
  first.crash();
  await vi.advanceTimersByTimeAsync(600);
  const stopping = supervised.stop();
  const late = fakeProcess(2);
  comeUp(late);
  await stopping;
  expect(late.stopped()).toBe(true);
});
