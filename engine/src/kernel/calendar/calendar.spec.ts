import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { environmentForSpecs, tell } from '../feel/expect-feel.ts';
import { addBusinessDays, addBusinessDaysToInstant, addBusinessTime, businessDaysBetween, dayOf, isBusinessDay, textOfDay, type BusinessCalendar } from './index.ts';

const office = [{ from: 9 * 60, to: 12 * 60 }, { from: 13 * 60, to: 18 * 60 }];
const week = [office, office, office, office, office, [], []];

/** Spring festival of 2026, with the Saturdays worked in exchange. */
const shanghai: BusinessCalendar = {
  id: 'shanghai',
  zone: 'Asia/Shanghai',
  week,
  holidays: ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'],
  workdays: ['2026-02-14', '2026-02-28'],
};
const berlin: BusinessCalendar = { id: 'berlin', zone: 'Europe/Berlin', week, holidays: ['2026-04-03', '2026-04-06'], workdays: [] };
const never: BusinessCalendar = { ...berlin, id: 'never', week: [[], [], [], [], [], [], []] };

describe('working days', () => {
  it.each([
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-02-24', -1, '2026-02-14'],
    ['2026-02-27', 1, '2026-02-28'],
    ['2026-02-18', 0, '2026-02-18'],
  ])('%s and %i days is %s', (day, n, result) => expect(textOfDay(addBusinessDays(shanghai, dayOf(day), n) ?? 0)).toBe(result));

  it('knows exceptions both ways', () => {
    expect(isBusinessDay(shanghai, dayOf('2026-02-14'))).toBe(true);
    expect(isBusinessDay(shanghai, dayOf('2026-02-21'))).toBe(false);
    expect(isBusinessDay(shanghai, dayOf('2026-02-17'))).toBe(false);
  });

  it('gives up where no day is ever worked', () => expect(addBusinessDays(never, 0, 1)).toBeNull());

  const day = fc.integer({ min: dayOf('2026-01-01'), max: dayOf('2027-12-31') });

  it('counts what it added', () =>
    fc.assert(fc.property(day, fc.integer({ min: -300, max: 300 }), (from, n) => {
      const start = n < 0 ? (addBusinessDays(shanghai, from, 1) ?? from) : from;
      expect(businessDaysBetween(shanghai, start, addBusinessDays(shanghai, start, n) ?? 0)).toBe(n === 0 ? 0 : n);
    })));

  it('adds in steps what it adds at once', () =>
    fc.assert(fc.property(day, fc.nat(60), fc.nat(60), (from, a, b) => {
      expect(addBusinessDays(berlin, addBusinessDays(berlin, from, a) ?? 0, b)).toBe(addBusinessDays(berlin, from, a + b));
    })));
});

describe('working time', () => {
  const at = (text: string): number => Date.parse(text);

  it.each([
    ['2026-02-13T10:00:00+08:00', 1, '2026-02-13T11:00:00+08:00'],
    ['2026-02-13T11:30:00+08:00', 1, '2026-02-13T13:30:00+08:00'],
    ['2026-02-13T17:00:00+08:00', 2, '2026-02-14T10:00:00+08:00'],
    ['2026-02-14T20:00:00+08:00', 1, '2026-02-24T10:00:00+08:00'],
    ['2026-02-24T09:30:00+08:00', -1, '2026-02-14T17:30:00+08:00'],
  ])('%s and %d hours is %s', (from, hours, result) => expect(addBusinessTime(shanghai, at(from), hours * 3600)).toBe(at(result)));

  it('keeps the time of day when the clocks change', () => {
    expect(addBusinessDaysToInstant(berlin, at('2026-03-27T10:00:00+01:00'), 1)).toBe(at('2026-03-30T10:00:00+02:00'));
    expect(addBusinessDaysToInstant(berlin, at('2026-10-23T10:00:00+02:00'), 1)).toBe(at('2026-10-26T10:00:00+01:00'));
  });

  it('goes forth and back', () =>
    fc.assert(fc.property(fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2026-12-31T00:00:00Z') }), fc.integer({ min: 60, max: 400 * 3600 }), (start, seconds) => {
      const begin = addBusinessTime(berlin, start, 60) ?? 0;
      const there = addBusinessTime(berlin, begin, seconds) ?? 0;
      expect(addBusinessTime(berlin, there, -seconds)).toBe(begin);
    })));
});

describe('in FEEL', () => {
  const calendars = [shanghai, berlin];
  it.each([
    ['add business days(@"2026-02-13", 2)', '2026-02-24'],
    ['add business days(@"2026-04-02", 1, "berlin")', '2026-04-07'],
    ['add business days(date: @"2026-04-02", days: 1, calendar: "berlin")', '2026-04-07'],
    ['add business days(@"2026-03-27T10:00:00@Europe/Berlin", 1, "berlin")', '2026-03-30T10:00:00@Europe/Berlin'],
    ['add business days(@"2026-03-27T10:00:00", 1, "berlin")', '2026-03-30T10:00:00'],
    ['business days between(@"2026-02-13", @"2026-02-24")', '2'],
    ['is business day(@"2026-02-14")', 'true'],
    ['is business day(@"2026-02-14", "berlin")', 'false'],
    ['next business day(@"2026-02-16")', '2026-02-24'],
    ['add business hours(@"2026-02-13T17:00:00@Asia/Shanghai", 2)', '2026-02-14T10:00:00@Asia/Shanghai'],
    ['add business hours(@"2026-02-13T17:00:00", duration("PT2H"))', '2026-02-14T10:00:00'],
    ['add business days(@"2026-02-13", 1, "nowhere")', 'null'],
    ['add business days(@"2026-02-13", 1.5)', 'null'],
  ])('%s is %s', (source, value) => expect(tell(source, {}, {}, environmentForSpecs(10_000, calendars)).value).toBe(value));

  it('says that no calendar is configured', () => {
    expect(tell('add business days(@"2026-02-13", 1)')).toEqual({ value: 'null', warnings: ['FUNCTION_INVOCATION_FAILURE'] });
  });

  it('counts on the budget', () => {
    expect(tell('for i in 1..100 return add business days(@"2026-01-01", 90000)', {}, {}, environmentForSpecs(100_000, calendars)).value).toMatch(/^budget: /);
  });
});
