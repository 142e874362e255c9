/** Clock times of one day, minutes since midnight, `from` before `to`, ascending and apart. */
export interface WorkingHours {
  readonly from: number;
  readonly to: number;
}

/** A business calendar as plain data. */
export interface BusinessCalendar {
  readonly id: string;
  /** IANA name of the zone in which its days and hours are meant. */
  readonly zone: string;
  /** Working hours of Monday to Sunday; a day without any is a day off. */
  readonly week: readonly (readonly WorkingHours[])[];
  /** Days off, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
  /** Working days by exception (a Saturday worked in exchange for a holiday), `YYYY-MM-DD`; their hours are Monday's unless given. */
  readonly workdays: readonly (string | { readonly date: string; readonly hours: readonly WorkingHours[] })[];
}

/** The calendars of a tenant; the first is the default. */
export type Calendars = readonly BusinessCalendar[];

/** The calendar of an id, the default one without an id, or null. */
export const findCalendar = (calendars: Calendars | undefined, id: string | null): BusinessCalendar | null =>
  (id === null ? calendars?.[0] : calendars?.find((calendar) => calendar.id === id)) ?? null;
