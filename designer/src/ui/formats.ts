import { createContext, useContext } from 'react';

/** Dates, numbers and names as the reader's language and zone have them. Instants come as ISO 8601 texts. */
export interface Formats {
  readonly language: string;
  readonly timeZone: string;
  date(instant: string): string;
  /** A day without a time, `YYYY-MM-DD`. */
  day(day: string): string;
  dateTime(instant: string): string;
  time(instant: string): string;
  /** How far from now: "in 2 days", "3 小时前". */
  fromNow(instant: string, now?: number): string;
  number(value: number): string;
  money(amount: number, currency: string): string;
  /** The text in this language, else the one that was written first. */
  inLanguage(names: Readonly<Record<string, string>>): string;
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export function formatsFor(language: string, timeZone: string): Formats {
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone });
  const plainDays = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', timeZone });
  const times = new Intl.DateTimeFormat(language, { timeStyle: 'short', hourCycle: 'h23', timeZone });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const numbers = new Intl.NumberFormat(language);
  return {
    language,
    timeZone,
    date: (instant) => days.format(new Date(instant)),
    day: (day) => plainDays.format(new Date(`${day.slice(0, 10)}T00:00:00Z`)),
    dateTime: (instant) => moments.format(new Date(instant)),
    time: (instant) => times.format(new Date(instant)),
    fromNow: (instant, now = Date.now()) => {
      const seconds = (Date.parse(instant) - now) / 1000;
      const [unit, size] = steps.find(([, atLeast]) => Math.abs(seconds) >= atLeast) ?? ['minute', 60];
      return relative.format(Math.trunc(seconds / size), unit);
    },
    number: (value) => numbers.format(value),
    money: (amount, currency) => new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'code' }).format(amount),
    inLanguage: (names) => names[language] ?? names['default'] ?? names['en'] ?? Object.values(names)[0] ?? '',
  };
}

export const FormatsContext = createContext<Formats>(formatsFor('en', 'UTC'));

export function useFormats(): Formats {
  return useContext(FormatsContext);
}
