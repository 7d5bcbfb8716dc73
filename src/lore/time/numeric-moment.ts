import type { Calendar } from './calendar.ts';
import { axisYearOf, defaultEra } from './eras.ts';
import { isGregorian } from './gregorian.ts';
import { FIRST_SEASON } from './seasons.ts';
import { dayMoment, doubted, type Moment, monthMoment, seasonMoment, yearsMoment } from './tree.ts';

const YEARS = /^(Y?)(-?)(\d{1,15})(X{0,3})([?~%]?)$/;
const YEAR_MONTH = /^(-?)(\d{3,12})-(\d{2,3})([?~%]?)$/;
const YEAR_MONTH_DAY = /^(-?)(\d{1,12})-(\d{1,3})-(\d{1,3})([?~%]?)$/;

/** The doubt that a final `?`, `~` or `%` (both) stands for. */
export function qualified(moment: Moment, mark: string | undefined): Moment {
  if (mark === undefined || mark === '') return moment;
  return doubted(moment, { approximate: mark !== '?', uncertain: mark !== '~' });
}

/**
 * The common EDTF moments, read without the package: it needs about 0.1 ms for each, and a lorebook loads a million.
 * In another calendar the same shapes are year, month and day of its default era. A number of one to three digits
 * is that year (EDTF would call 237 a decade): people write 905 for 0905.
 */
export function readNumeric(text: string, calendar: Calendar): Moment | null {
  const years = YEARS.exec(text);
  if (years !== null) return readYears(years, calendar);
  const month = YEAR_MONTH.exec(text);
  if (month !== null) {
    const [, sign, digits, number, mark] = month;
    const year = axisYear(calendar, sign, digits);
    const code = Number(number);
    const isSeason = code >= FIRST_SEASON && code > calendar.months.length;
    return qualified(isSeason ? seasonMoment(year, code) : monthMoment(year, code), mark);
  }
  const day = YEAR_MONTH_DAY.exec(text);
  if (day === null) return null;
  const [, sign, digits, number, dayNumber, mark] = day;
  // 03-04-94 is no date of the year 3.
  if ((digits ?? '').length < 3 && isGregorian(calendar)) return null;
  return qualified(dayMoment(axisYear(calendar, sign, digits), Number(number), Number(dayNumber)), mark);
}

function axisYear(calendar: Calendar, sign: string | undefined, digits: string | undefined): number {
  const number = Number(digits);
  // Not `-number` alone: it would make a -0 of year 0.
  const signed = sign === '-' && number !== 0 ? -number : number;
  return isGregorian(calendar) ? signed : axisYearOf(defaultEra(calendar), signed);
}

function readYears(match: RegExpExecArray, calendar: Calendar): Moment | null {
  const [, prefix, sign, digits = '', masked = '', mark] = match;
  if (masked === '') return qualified(yearsMoment(axisYear(calendar, sign, digits), 1), mark);
  // "2X" would be too bold a guess at what was meant.
  if (prefix === 'Y' || (digits.length + masked.length < 3 && isGregorian(calendar))) return null;
  const count = 10 ** masked.length;
  const low = axisYear(calendar, sign, digits + '0'.repeat(masked.length));
  const high = axisYear(calendar, sign, digits + '9'.repeat(masked.length));
  return qualified(yearsMoment(Math.min(low, high), count), mark);
}
