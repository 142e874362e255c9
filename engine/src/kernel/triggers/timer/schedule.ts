import type { TimerCycle } from '../../snapshot.ts';
import { readInstant } from '../../expressions/read-instant.ts';
import { addDuration, isForward, parseIsoDuration } from './iso-duration.ts';

/** When a timer fires first, and how it goes on. */
export interface Schedule {
  /** Epoch milliseconds. */
  readonly dueAt: number;
  readonly cycle?: TimerCycle;
}

const repetition = /^R(\d{0,9})$/;

/** `PT1H`, `P1M`: so long after an instant, by the zone's calendar. */
export function scheduleAfter(duration: string, at: number, zone: string): Schedule | null {
  const parsed = parseIsoDuration(duration);
  const dueAt = parsed && addDuration(at, parsed, zone);
  return dueAt === null ? null : { dueAt };
}

/** `R3/PT1H`, `R/P1D`, `R2/2030-01-01T00:00:00Z/P1M`: repeated so many times, without end when no number is given. */
export function scheduleCycle(text: string, at: number, zone: string): Schedule | null {
  const [head = '', ...parts] = text.split('/');
  const times = repetition.exec(head)?.[1];
  const every = parts.at(-1) ?? '';
  const duration = parseIsoDuration(every);
  if (times === undefined || !duration || !isForward(duration) || parts.length > 2 || times === '0') return null;
  const rest = times === '' ? null : Number(times) - 1;
  const start = parts.length === 2 ? readInstant(parts[0] ?? '', zone) : addDuration(at, duration, zone);
  return start === null ? null : { dueAt: start, cycle: { rest, every } };
}

/** The firing after one that was due at an instant, or null when that was the last. */
export function scheduleNext({ rest, every }: TimerCycle, dueAt: number, zone: string): Schedule | null {
  if (rest === 0) return null;
  const next = scheduleAfter(every, dueAt, zone);
  return next && { ...next, cycle: { rest: rest === null ? null : rest - 1, every } };
}
