import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKnownZone, offsetAt, offsetOfLocal, zoneNames } from './zones.ts';

const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/Sao_Paulo', 'Europe/Dublin', 'Pacific/Auckland', 'UTC'];

/** What the platform says of an offset, in seconds. */
function platformOffset(zone: string, second: number): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(second * 1000).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const match = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name);
  return match?.[1] ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3]) * 60) : 0;
}

const instant = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) / 1000 });

describe('the table of zones', () => {
  it('agrees with the platform at any instant from 1970 to 2100', () => {
    fc.assert(fc.property(fc.constantFrom(...zones), instant, (zone, second) => void expect(offsetAt(zone, second)).toBe(platformOffset(zone, second))), { numRuns: 1_000 });
  });

  it('finds the offset of a local time that an instant has', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, second) => {
        const offset = offsetAt(zone, second);
        expect(offsetOfLocal(zone, second + offset, offset)).toEqual({ offset, shift: 0 });
      }),
    );
  });

  it('knows zones and their old names, and no others', () => {
    expect(zoneNames().length).toBeGreaterThan(400);
    expect(['Asia/Calcutta', 'Asia/Kolkata', 'PRC', 'Etc/GMT+5'].every(isKnownZone)).toBe(true);
    expect(['asia/shanghai', 'Mars/Olympus', ''].some(isKnownZone)).toBe(false);
  });
});
