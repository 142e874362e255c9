/** Business calendars as plain data, and the arithmetic of working days and hours. */
export { findCalendar, type BusinessCalendar, type Calendars, type WorkingHours } from './calendar.ts';
