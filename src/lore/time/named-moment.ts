import type { Calendar, Era } from './calendar.ts';
import { axisYearOf, defaultEra } from './eras.ts';
import { isGregorian } from './gregorian.ts';
import { qualified } from './numeric-moment.ts';
import { ownFormatTokens } from './own-formats.ts';
import type { Attempt, DateProblem } from './problem.ts';
import { type NumberToken, type Token, tokensOf } from './tokens.ts';
import { dayMoment, type Moment, monthMoment, rangeOf, type SetTree, seasonMoment, yearsMoment } from './tree.ts';

/** A moment by the calendar's names: "12 Thaw 302 AC", "35 BBY", "May 15, 1994", "Midwinter day, 1023", "30X AC~". */
export function readNamed(text: string, calendar: Calendar, attempt: Attempt): Moment | null {
  const mark = /[?~%]$/.exec(text)?.[0];
  const bare = mark === undefined ? text : text.slice(0, -1).trim();
  const tokens = ownFormatTokens(bare, calendar) ?? tokensOf(bare, calendar);
  const moment = tokens === null ? null : fromTokens(tokens, text, calendar, attempt);
  return moment === null ? null : qualified(moment, mark);
}

function fromTokens(tokens: readonly Token[], text: string, calendar: Calendar, attempt: Attempt): Moment | null {
  const dated = parted(tokens, calendar);
  if (dated === null) return null;
  const { year: written, day, place } = dated;
  const era = dated.era ?? defaultEra(calendar);
  if (written.masked > 0) {
    const count = 10 ** written.masked;
    if (isGregorian(calendar) || place !== null || day !== null) return null;
    return eraYears(era, written.value * count, count);
  }
  // "May 15" lacks its year rather than its day.
  if (isGregorian(calendar) && dated.era === null && place !== null && written.digits < 3) return null;
  const problem = yearProblem(era, written.value, text);
  if (problem !== null) {
    attempt.problems.push(problem);
    return null;
  }
  return momentAt(axisYearOf(era, written.value), day, place);
}

function momentAt(year: number, day: number | null, place: Place | null): Moment | null {
  if (place === null) return day === null ? yearsMoment(year, 1) : null;
  if (place.kind === 'month') return day === null ? monthMoment(year, place.month) : dayMoment(year, place.month, day);
  if (day !== null) return null;
  return place.kind === 'outside' ? dayMoment(year, 0, place.day) : seasonMoment(year, place.season);
}

type Place = Extract<Token, { kind: 'month' | 'outside' | 'season' }>;

interface Dated {
  readonly year: NumberToken;
  readonly day: number | null;
  readonly place: Place | null;
  readonly era: Era | null;
}

/** Which of the numbers is the year: the one beside the era, else the one too high for a day, else the last. */
function parted(tokens: readonly Token[], calendar: Calendar): Dated | null {
  const numbers = tokens.filter((token) => token.kind === 'number');
  const eras = tokens.filter((token) => token.kind === 'era');
  const places = tokens.filter((token) => token.kind !== 'number' && token.kind !== 'era');
  const [first, second] = numbers;
  if (first === undefined || numbers.length > 2 || eras.length > 1 || places.length > 1) return null;
  const place = places[0] ?? null;
  const era = eras[0]?.era ?? null;
  if (second === undefined) return { year: first, day: null, place, era };
  if (place === null) return null;
  const at = tokens.findIndex((token) => token.kind === 'era');
  const beside = at === -1 ? undefined : [tokens[at - 1], tokens[at + 1]].find((token) => token?.kind === 'number');
  const longest = String(Math.max(...calendar.months.map((month) => month.days))).length;
  const year = beside ?? (first.digits > longest ? first : second);
  if (year.kind !== 'number') return null;
  const day = year === first ? second : first;
  return day.masked > 0 || day.value < 0 || day.digits > longest ? null : { year, day: day.value, place, era };
}

/** A number the era does not reach is a slip; a negative one runs on before it on purpose, as in ISO 8601. */
function yearProblem(era: Era, number: number, text: string): DateProblem | null {
  const isBefore = number >= 0 && number < era.firstYear;
  const isAfter = era.lastYear !== undefined && number > era.lastYear;
  if (!isBefore && !isAfter) return null;
  return { kind: 'year-outside-era', text, era: era.name, first: era.firstYear, last: era.lastYear ?? null };
}

/** Years of an era counted from a round number: 490 to 499 BC lie on the axis the other way round. */
export function eraYears(era: Era, number: number, count: number): Moment {
  return yearsMoment(Math.min(axisYearOf(era, number), axisYearOf(era, number + count - 1)), count);
}

/** The same as a range of two years, for those that EDTF has no X for, or that do not start at a round number. */
export function eraRange(era: Era, number: number, count: number): SetTree {
  const low = eraYears(era, number, count).year;
  return rangeOf(yearsMoment(low, 1), yearsMoment(low + count - 1, 1));
}
