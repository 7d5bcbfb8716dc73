import type { Calendar } from './calendar.ts';
import { momentText } from './canonical.ts';
import { axisYearOf, defaultEra } from './eras.ts';
import { isGregorian } from './gregorian.ts';
import { hasDay } from './neighbours.ts';
import type { Attempt } from './problem.ts';
import { dayMoment, type MomentTree, momentTree, monthMoment } from './tree.ts';

const YEAR_LAST = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{3,6})$/;
const YEAR_FIRST = /^(\d{3,6})[/.](\d{1,2})[/.](\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})[/.](\d{3,6})$/;

/** Dates of digits alone. Where both day and month could come first, nobody can tell, and it is refused. */
export function readDigits(text: string, calendar: Calendar, attempt: Attempt): MomentTree | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    const [, year, month, day] = yearFirst;
    return momentTree(dayMoment(axisYear(calendar, year), Number(month), Number(day)));
  }
  const monthYear = isGregorian(calendar) ? MONTH_YEAR.exec(text) : null;
  if (monthYear !== null) {
    const [, month, year] = monthYear;
    return momentTree(monthMoment(axisYear(calendar, year), Number(month)));
  }
  const [, first, second, year] = YEAR_LAST.exec(text) ?? [];
  if (year === undefined) return null;
  const dayFirst = dayMoment(axisYear(calendar, year), Number(second), Number(first));
  const monthFirst = dayMoment(axisYear(calendar, year), Number(first), Number(second));
  const possible = [...new Set([dayFirst, monthFirst].filter((moment) => hasDay(moment, calendar)))];
  const readings = [...new Set(possible.map((moment) => momentText(moment, calendar)))];
  if (readings.length > 1) attempt.problems.push({ kind: 'date-ambiguous', text, readings });
  const [only] = possible;
  return readings.length === 1 && only !== undefined ? momentTree(only) : null;
}

function axisYear(calendar: Calendar, digits: string | undefined): number {
  const number = Number(digits);
  return isGregorian(calendar) ? number : axisYearOf(defaultEra(calendar), number);
}
