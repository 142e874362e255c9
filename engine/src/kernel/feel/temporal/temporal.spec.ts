import { describe, expect, it } from 'vitest';
import { feel } from '../expect-feel.ts';

describe('dates and times', () => {
  it.each([
    ['date("2026-02-29")', 'null'],
    ['date("2024-02-29") + duration("P1Y")', '2025-02-28'],
    ['date("2026-01-31") + duration("P1M")', '2026-02-28'],
    ['date("2026-03-01") - date("2026-02-01")', 'P28D'],
    ['date("2026-03-01") + duration("PT36H")', '2026-03-02'],
    ['date("2026-03-01") - duration("PT1H")', '2026-02-28'],
    ['date("-0044-03-15").year', '-44'],
    ['date("999999999-12-31") + @"P1D"', 'null'],
    ['date(2026, 2, 16).weekday', '1'],
    ['day of week(@"2026-02-16")', '"Monday"'],
    ['day of year(@"2026-12-31")', '365'],
    ['week of year(@"2027-01-01")', '53'],
    ['month of year(@"2026-02-16")', '"February"'],
    ['last day of month(@"2028-02-01")', '2028-02-29'],
    ['time("23:30:00") + duration("PT45M")', '00:15:00'],
    ['time("10:00:00+02:00") - time("10:00:00Z")', '-PT2H'],
    ['time("25:00:00")', 'null'],
    ['time(10, 30, 1.5)', '10:30:01.5'],
    ['date and time("2026-02-16T10:00:00.123").second', '0.123'],
    ['date and time(date("2026-02-16"), time("10:00:00"))', '2026-02-16T10:00:00'],
    ['@"2026-02-16T10:00:00+08:00" > @"2026-02-16T03:00:00+01:00"', 'false'],
    ['@"2026-02-16T10:00:00" > @"2026-02-16T03:00:00Z"', 'null'],
    ['@"2026-02-16T10:00:00@Asia/Shanghai".time offset', 'PT8H'],
    ['years and months duration(@"2024-02-29", @"2026-02-28")', 'P1Y11M'],
    ['duration("P1Y13M")', 'P2Y1M'],
    ['duration("P1DT26H")', 'P2DT2H'],
    ['duration("P1Y2D")', 'null'],
    ['duration("PT1M") * 2.5', 'PT2M30S'],
    ['duration("P1D") / duration("PT8H")', '3'],
    ['-duration("P3M")', '-P3M'],
    ['now()', '2026-02-16T17:30:00@Asia/Shanghai'],
    ['today()', '2026-02-16'],
  ])('%s is %s', (source, value) => expect(feel(source)).toBe(value));
});

describe('daylight saving', () => {
  const summer = '@"2026-03-28T12:00:00@Europe/Berlin"';
  it.each([
    [`${summer} + duration("P1D")`, '2026-03-29T13:00:00@Europe/Berlin'],
    [`${summer} + duration("P1M")`, '2026-04-28T12:00:00@Europe/Berlin'],
    ['@"2026-03-29T02:30:00@Europe/Berlin"', '2026-03-29T03:30:00@Europe/Berlin'],
    ['@"2026-10-25T02:30:00@Europe/Berlin".time offset', 'PT2H'],
    ['@"2026-10-25T02:30:00@Europe/Berlin" + duration("PT1H")', '2026-10-25T02:30:00@Europe/Berlin'],
    ['(@"2026-10-25T02:30:00@Europe/Berlin" + duration("PT1H")).time offset', 'PT1H'],
    ['@"2026-10-26T00:00:00@Europe/Berlin" - @"2026-10-25T00:00:00@Europe/Berlin"', 'P1DT1H'],
    ['date and time(@"2026-07-01T12:00:00Z", "America/New_York")', '2026-07-01T08:00:00@America/New_York'],
    ['date and time("2026-07-01T12:00:00@Nowhere/Else")', 'null'],
  ])('%s is %s', (source, value) => expect(feel(source)).toBe(value));
});
