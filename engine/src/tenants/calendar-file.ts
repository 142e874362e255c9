import { z } from 'zod';
import { names } from '../contract/index.ts';
import type { BusinessCalendar, WorkingHours } from '../kernel/calendar/index.ts';

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const hours = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Hours are written like 09:00-12:00.').transform((text, context): WorkingHours => {
  const [from, to] = text.split('-').map(minutes) as [number, number];
  if (from >= to) context.addIssue({ code: 'custom', message: 'The hours end before they begin.' });
  return { from, to };
});

const hoursOfDay = z.array(hours).superRefine((list, context) => {
  list.forEach((one, i) => i > 0 && one.from < (list[i - 1]?.to ?? 0) && context.addIssue({ code: 'custom', path: [i], message: 'Hours stand in order and don’t overlap.' }));
});

const day = /^\d{4}-\d{2}-\d{2}$/;
const span = z.string().regex(/^\d{4}-\d{2}-\d{2}( to \d{4}-\d{2}-\d{2})?$/, 'Days are written like 2026-10-01, or 2026-10-01 to 2026-10-07.').refine((text) => text.split(' to ').every(isDay), 'There is no such day.').refine((text) => daysOf(text).length > 0, 'The days end before they begin.').refine((text) => daysOf(text).length <= 366, 'That is more than a year.');

/** `calendars/<id>.yaml`. */
export const calendarFile = z.strictObject({
  names: names.default({}),
  zone: z.string().refine(isZone, 'This is no IANA time zone.'),
  week: z.strictObject(Object.fromEntries(days.map((name) => [name, hoursOfDay.default([])])) as Record<(typeof days)[number], z.ZodDefault<typeof hoursOfDay>>),
  holidays: z.record(span, z.string()).default({}),
  workdays: z.record(span, z.union([z.string(), z.strictObject({ name: z.string(), hours: hoursOfDay })])).default({}),
});

export type CalendarFile = z.output<typeof calendarFile>;

export function toCalendar(id: string, { zone, week, holidays, workdays }: CalendarFile): BusinessCalendar {
  return {
    id,
    zone,
    week: days.map((name) => week[name]),
    holidays: Object.keys(holidays).flatMap(daysOf).toSorted(),
    workdays: Object.entries(workdays).flatMap(([text, about]) => daysOf(text).map((date) => (typeof about === 'string' ? date : { date, hours: about.hours }))),
  };
}

export function isZone(zone: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC';
}

/** Days that are both off and worked. */
export function contradictions({ holidays, workdays }: CalendarFile): string[] {
  const off = new Set(Object.keys(holidays).flatMap(daysOf));
  return Object.keys(workdays).filter((text) => daysOf(text).some((date) => off.has(date)));
}

function minutes(clock: string): number {
  const [hour, minute] = clock.split(':').map(Number) as [number, number];
  return hour * 60 + minute;
}

function isDay(text: string): boolean {
  return day.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

function daysOf(text: string): string[] {
  const [first, last = first] = text.split(' to ') as [string, string?];
  const result: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last) && result.length <= 366; at += 86_400_000) result.push(new Date(at).toISOString().slice(0, 10));
  return result;
}
