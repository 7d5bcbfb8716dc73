import { dayNumber, daysInMonth, monthWindow, startOfYear } from './axis.ts';
import type { Window } from './bounds.ts';
import type { Calendar } from './calendar.ts';
import { type DateProblem, YEAR_LIMIT } from './problem.ts';
import { seasonMonths } from './seasons.ts';
import { type Tolerances, toleranceOf } from './tolerance.ts';
import type { Moment } from './tree.ts';

/** Why the calendar has no such moment, or null. */
export function momentProblem(moment: Moment, calendar: Calendar, text: string): DateProblem | null {
  const { year, month, day } = moment;
  if (Math.abs(year) > YEAR_LIMIT) return { kind: 'year-too-far', text, limit: YEAR_LIMIT };
  if (moment.season !== null && seasonMonths(calendar, moment.season) === null) {
    return { kind: 'date-not-understood', text, calendar: calendar.name };
  }
  if (month === null) return null;
  const months = calendar.months.length;
  if (month > months || (month < 1 && day === null)) return { kind: 'no-such-month', text, month, months };
  if (day === null || dayNumber(calendar, { year, month, day }) !== null) return null;
  const outside = month === 0 ? calendar.outsideDays[day - 1] : undefined;
  if (outside !== undefined) return { kind: 'no-such-leap-day', text, name: outside.name };
  return { kind: 'no-such-day', text, day, days: daysInMonth(calendar, year, month) };
}

/** The month so many months later, over the turn of years. */
function shiftedMonth(calendar: Calendar, year: number, month: number, by: number): { year: number; month: number } {
  const count = calendar.months.length;
  const at = month - 1 + by;
  return { year: year + Math.floor(at / count), month: (((at % count) + count) % count) + 1 };
}

function monthsWindow(calendar: Calendar, year: number, from: number, to: number): Window | null {
  const first = shiftedMonth(calendar, year, from, 0);
  const last = shiftedMonth(calendar, year, to, 0);
  const min = monthWindow(calendar, first.year, first.month);
  const max = monthWindow(calendar, last.year, last.month);
  return min === null || max === null ? null : { min: min.min, max: max.max };
}

function yearsWindow(calendar: Calendar, from: number, to: number): Window {
  return { min: startOfYear(calendar, from), max: startOfYear(calendar, to + 1) - 1 };
}

/** Where `~` stands the window reaches further by the tolerance of its precision; `?` widens nothing. */
export function momentWindow(moment: Moment, calendar: Calendar, tolerances: Tolerances): Window {
  const { unit, by } = moment.approximate
    ? toleranceOf(moment.literal?.widensBy ?? moment.precision, tolerances)
    : { unit: 'day', by: 0 };
  const days = unit === 'day' ? by : 0;
  const months = unit === 'month' ? by : 0;
  const years = unit === 'year' ? by : 0;
  const plain = plainWindow(moment, calendar, months, years);
  return { min: plain.min - days, max: plain.max + days };
}

function plainWindow(moment: Moment, calendar: Calendar, months: number, years: number): Window {
  const { year, month, day, season, literal } = moment;
  const lastYear = year + moment.years - 1;
  if (literal !== null) {
    // Such a form is Gregorian, where a mean year or month is near enough for a width that is itself a guess.
    const margin = Math.round(years * 365.2425 + months * 30.436875);
    return { min: literal.window.min - margin, max: literal.window.max + margin };
  }
  if (season !== null) {
    const span = seasonMonths(calendar, season);
    const found = span && monthsWindow(calendar, year, span.from - months, span.to + months);
    if (found) return found;
  } else if (month !== null && day !== null) {
    const found = dayNumber(calendar, { year, month, day });
    if (found !== null) return { min: found, max: found };
  } else if (month !== null) {
    const found = monthsWindow(calendar, year, month - months, month + months);
    if (found !== null) return found;
  }
  return yearsWindow(calendar, year - years, lastYear + years);
}
