/** Business calendars as plain data, and the arithmetic of working days and hours. */
export { findCalendar, type BusinessCalendar, type Calendars, type WorkingHours } from './calendar.ts';
export { addBusinessDays, businessDaysBetween, dayOf, hoursOf, isBusinessDay, nextBusinessDay, textOfDay } from './working-days.ts';
export { addBusinessDaysToInstant, addBusinessTime, businessDayOf } from './working-time.ts';
