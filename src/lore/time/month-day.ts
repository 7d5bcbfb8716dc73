import type { Calendar } from './calendar.ts';
import { axisYearOf, defaultEra, markOf } from './eras.ts';
import { isGregorian } from './gregorian.ts';
import type { LoreDate } from './lore-date.ts';
import { parseDate } from './parse-date.ts';
import type { DateResult } from './problem.ts';
import { isDayPrecise, yearOf } from './reading-dates.ts';

/** "15 May", "12 Thaw", "Midwinter Day": a day of any year as the calendar writes it. */
export function monthDayText(calendar: Calendar, { month, day }: { readonly month: number; readonly day: number }) {
  if (month === 0) return calendar.outsideDays[day - 1]?.name ?? '';
  const values: Readonly<Record<string, string>> = {
    day: String(day),
    month: calendar.months[month - 1]?.name ?? '',
    monthNumber: String(month),
  };
  return calendar.formats.day
    .replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Years that a day typed without one is tried with: between them they have every leap day of most calendars. */
const SOME_YEARS = [2000, 400, 4, 1];

/** A date as it was typed, or a day without its year ("15 May", "05-15", "Midwinter Day"). */
export function readDayOfYear(text: string, calendar: Calendar): DateResult<LoreDate> {
  const whole = parseDate(text, calendar);
  // "12 Thaw" could be the month Thaw of the year 12; who asks for a day means the day.
  if (whole.ok && whole.value.precision !== 'month') return whole;
  const numbers = /^-{0,2}(\d{1,3})-(\d{1,3})$/.exec(text.trim());
  let problem = whole.ok ? null : whole.problem;
  for (const year of SOME_YEARS) {
    for (const one of numbers === null ? withYear(text, year, calendar) : [numeric(year, numbers)]) {
      const read = parseDate(one, calendar);
      if (read.ok && isDayPrecise(read.value) && isInYear(read.value, year, calendar)) return read;
      // "30 February": what is wrong with the day says more than that it lacks a year.
      if (!read.ok && (read.problem.kind === 'no-such-day' || read.problem.kind === 'no-such-month')) {
        problem = { ...read.problem, text };
      }
    }
  }
  return problem === null ? whole : { ok: false, problem };
}

/** The year may have been there already, and what was added be read as the day. */
function isInYear(date: LoreDate, year: number, calendar: Calendar): boolean {
  return yearOf(date) === (isGregorian(calendar) ? year : axisYearOf(defaultEra(calendar), year));
}

function withYear(text: string, year: number, calendar: Calendar): readonly string[] {
  const era = defaultEra(calendar);
  const mark = isGregorian(calendar) ? '' : markOf(era);
  const named = (era.position === 'before' ? `${mark} ${year}` : `${year} ${mark}`).trim();
  return [`${text} ${named}`, `${text}, ${named}`];
}

function numeric(year: number, [, month = '', day = '']: readonly string[]): string {
  return `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
