import { describe, expect, it } from 'vitest';
import { addIsoDuration, parseIsoDuration } from './iso-duration.ts';
import { scheduleAfter, scheduleCycle, scheduleNext } from './schedule.ts';

const at = (text: string): number => Date.parse(text);
const iso = (milliseconds: number | null | undefined): string | null => (milliseconds === null || milliseconds === undefined ? null : new Date(milliseconds).toISOString());

describe('a duration', () => {
  const cases: readonly [duration: string, from: string, zone: string, to: string][] = [
    ['PT90M', '2026-01-01T00:00:00Z', 'UTC', '2026-01-01T01:30:00.000Z'],
    ['PT0.5S', '2026-01-01T00:00:00Z', 'UTC', '2026-01-01T00:00:00.500Z'],
    ['P1Y2M3DT4H5M6S', '2026-01-01T00:00:00Z', 'UTC', '2027-03-04T04:05:06.000Z'],
    ['P1W', '2026-01-01T00:00:00Z', 'UTC', '2026-01-08T00:00:00.000Z'],
    ['-P1D', '2026-01-01T00:00:00Z', 'UTC', '2025-12-31T00:00:00.000Z'],
    ['P1M', '2026-01-31T12:00:00Z', 'UTC', '2026-02-28T12:00:00.000Z'],
    ['P1Y', '2028-02-29T12:00:00Z', 'UTC', '2029-02-28T12:00:00.000Z'],
    // a day over the change to summer time has 23 hours, 24 hours are 24 hours
    ['P1D', '2026-03-28T12:00:00Z', 'Europe/Berlin', '2026-03-29T11:00:00.000Z'],
    ['PT24H', '2026-03-28T12:00:00Z', 'Europe/Berlin', '2026-03-29T12:00:00.000Z'],
    ['P1M', '2026-10-10T22:30:00Z', 'Europe/Berlin', '2026-11-10T23:30:00.000Z'],
    // the month is counted where the clock hangs: 1 February in Shanghai is still 31 January in UTC
    ['P1M', '2026-01-31T20:00:00Z', 'Asia/Shanghai', '2026-02-28T20:00:00.000Z'],
  ];
  for (const [duration, from, zone, to] of cases) it(`${duration} after ${from} in ${zone}`, () => expect(iso(addIsoDuration(duration, at(from), zone))).toBe(to));

  for (const text of ['', 'P', 'PT', 'P1DT', '1H', 'P1H', 'PT1D', 'P-1D', 'P1.5D', 'pt1h', `P${'9'.repeat(30)}D`]) it(`'${text}' is none`, () => expect(parseIsoDuration(text)).toBeNull());

  it('beyond the years that a calendar knows gives no time', () => expect(scheduleAfter('P999999999Y', 0, 'UTC')).toBeNull());
});

describe('a cycle', () => {
  const now = at('2026-01-01T00:00:00Z');
  const firings = (text: string, most: number): readonly (string | null)[] => {
    const times: (string | null)[] = [];
    for (let next = scheduleCycle(text, now, 'UTC'); next && times.length < most; next = next.cycle ? scheduleNext(next.cycle, next.dueAt, 'UTC') : null) times.push(iso(next.dueAt));
    return times;
  };

  it('fires so many times, each counted from when the one before was due', () => expect(firings('R3/PT1H', 9)).toEqual(['2026-01-01T01:00:00.000Z', '2026-01-01T02:00:00.000Z', '2026-01-01T03:00:00.000Z']));
  it('without a number never ends', () => expect(firings('R/P1M', 4)).toEqual(['2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z', '2026-05-01T00:00:00.000Z']));
  it('begins at its start', () => expect(firings('R2/2026-06-01T08:00:00+02:00/P1D', 9)).toEqual(['2026-06-01T06:00:00.000Z', '2026-06-02T06:00:00.000Z']));
  for (const text of ['', 'PT1H', 'R', 'R3', 'R0/PT1H', 'R-1/PT1H', 'R/PT0S', 'R/-PT1H', 'R/soon/PT1H', 'R3/PT1H/PT1H', 'R3/2026-06-01/PT1H/x']) it(`'${text}' is none`, () => expect(scheduleCycle(text, now, 'UTC')).toBeNull());
});
