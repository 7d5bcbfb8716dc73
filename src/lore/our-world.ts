import type { Calendar } from './time/calendar.ts';
import { GREGORIAN, isGregorian } from './time/gregorian.ts';
import { parseDate } from './time/parse-date.ts';

/** That a work came out. */
export const RELEASED = 'released';

/** Works come out in the readers' own world: what these say lies outside every timeline. */
export const OF_OUR_WORLD: readonly string[] = [RELEASED, 'author', 'continuity_of'];

/** Whether claims of that predicate speak of our own world and not of the one that is told. */
export function isOfOurWorld(predicate: string): boolean {
  return OF_OUR_WORLD.includes(predicate);
}

/** The calendar of our own world, whatever the world that is told counts by. */
export function ourCalendar(calendar: Calendar): Calendar {
  return isGregorian(calendar) ? calendar : GREGORIAN;
}

/**
 * The calendar a date of that predicate is of. A release is dated by ours; only what ours cannot read ("LA 950", of a
 * book within the world) is a date of the world's.
 */
export function calendarFor(predicate: string, date: string, calendar: Calendar): Calendar {
  const ours = ourCalendar(calendar);
  return isOfOurWorld(predicate) && parseDate(date, ours).ok ? ours : calendar;
}
