import { civilDay } from './axis.ts';
import type { Day, OpenWindow } from './bounds.ts';
import type { Calendar } from './calendar.ts';
import { windowOf } from './date-bounds.ts';
import type { LoreDate } from './lore-date.ts';
import { parseDate } from './parse-date.ts';
import type { DateResult } from './problem.ts';
import { momentsOf } from './tree.ts';

/** Whether it is one exact day of one month: what "on this day" may count. Spans and doubts are not. */
export function isDayPrecise(date: LoreDate): boolean {
  return date.shape === 'instant' && date.precision === 'day' && !date.approximate && !date.uncertain;
}

/** The month and day of a day-precise date, else null. Month 0 = the day-th of the days outside the months. */
export function monthDayOf(
  date: LoreDate,
  calendar: Calendar,
): { readonly month: number; readonly day: number } | null {
  if (!isDayPrecise(date) || date.start === null) return null;
  const { month, day } = civilDay(calendar, date.start.min);
  return { month, day };
}

/** The axis year in which a date begins as written (about 2371 is 2371), or ends where the start is open. */
export function yearOf(date: LoreDate): number | null {
  const { tree } = date;
  return tree === null ? null : (momentsOf(tree)[0]?.year ?? null);
}

/**
 * The order of a timeline: by the first day it may start, then by the last day it may end. A date with an open start
 * stands where its end begins; one that says nothing comes last. It is a sort order, not "before".
 */
export function compareDates(a: LoreDate | null, b: LoreDate | null): number {
  return compareDays(sortDay(a), sortDay(b)) || compareDays(a?.end?.max ?? null, b?.end?.max ?? null);
}

function sortDay(date: LoreDate | null): Day | null {
  return date?.start?.min ?? date?.end?.min ?? null;
}

function compareDays(a: Day | null, b: Day | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}

/** The days that a person means who types a year or date to look at. */
export interface YearWindow extends OpenWindow {
  readonly date: LoreDate;
}

/** What a person types as `year`, `from` or `to`: "2372", "905", "the 2370s", "12 BBY", "3 March 2371", "before 2367". */
export function yearWindow(text: string, calendar: Calendar): DateResult<YearWindow> {
  const read = parseDate(text, calendar);
  if (!read.ok) return read;
  const window = windowOf(read.value);
  if (window.min === null && window.max === null) {
    return { ok: false, problem: { kind: 'date-without-bounds', text: read.value.text } };
  }
  return { ok: true, value: { ...window, date: read.value } };
}
