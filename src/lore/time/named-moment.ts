import type { Calendar, Era } from './calendar.ts';
import { axisYearOf, defaultEra } from './eras.ts';
import { isGregorian } from './gregorian.ts';
import { nameKey, namesOf } from './names.ts';
import { qualified } from './numeric-moment.ts';
import type { Attempt, DateProblem } from './problem.ts';
import {
  dayMoment,
  type Moment,
  type MomentTree,
  momentTree,
  monthMoment,
  rangeOf,
  type SetTree,
  seasonMoment,
  yearsMoment,
} from './tree.ts';

/** A moment by the calendar's names: "12 Thaw 302 AC", "35 BBY", "May 15, 1994", "Midwinter day, 1023", "30X AC~". */
export function readNamed(text: string, calendar: Calendar, attempt: Attempt): MomentTree | SetTree | null {
  const mark = /[?~%]$/.exec(text)?.[0];
  const bare = mark === undefined ? text : text.slice(0, -1).trim();
  for (const template of namesOf(calendar).templates) {
    const parts = template.exec(bare)?.groups;
    if (parts === undefined) continue;
    const tree = fromParts(parts, text, calendar, attempt);
    if (tree?.kind === 'moment') return momentTree(qualified(tree.moment, mark));
    if (tree !== null) return tree;
  }
  return null;
}

type Parts = Readonly<Record<string, string | undefined>>;

function fromParts(parts: Parts, text: string, calendar: Calendar, attempt: Attempt): MomentTree | SetTree | null {
  const names = namesOf(calendar);
  const era = eraIn(parts, calendar);
  const masked = parts.masked ?? '';
  if (era === null || (isGregorian(calendar) && masked !== '')) return null;
  const number = Number((parts.number ?? '').replaceAll(',', ''));
  if (masked !== '') return momentTree(eraYears(era, number * 10 ** masked.length, 10 ** masked.length));
  const outside = yearProblem(era, number, text);
  if (outside !== null) {
    attempt.problems.push(outside);
    return null;
  }
  const year = axisYearOf(era, number);
  if (parts.name !== undefined) return momentTree(dayMoment(year, 0, names.outsideDays.get(nameKey(parts.name)) ?? 0));
  if (parts.season !== undefined) return momentTree(seasonMoment(year, names.seasons.get(nameKey(parts.season)) ?? 0));
  const month = parts.month === undefined ? Number(parts.monthNumber) : names.months.get(nameKey(parts.month));
  // "May 15" lacks its year rather than its day.
  const isDayLikely =
    isGregorian(calendar) && (parts.number ?? '').length < 3 && (parts.eraBefore ?? parts.eraAfter) === undefined;
  if (month !== undefined && parts.monthNumber === undefined && parts.month !== undefined && isDayLikely) return null;
  if (month === undefined || Number.isNaN(month)) return momentTree(yearsMoment(year, 1));
  return momentTree(parts.day === undefined ? monthMoment(year, month) : dayMoment(year, month, Number(parts.day)));
}

function eraIn(parts: Parts, calendar: Calendar): Era | null {
  const { eraBefore, eraAfter } = parts;
  if (eraBefore !== undefined && eraAfter !== undefined) return null;
  const named = eraBefore ?? eraAfter;
  return named === undefined ? defaultEra(calendar) : (eraNamed(named, calendar) ?? null);
}

export function eraNamed(name: string, calendar: Calendar): Era | undefined {
  return namesOf(calendar).eras.get(nameKey(name).replace(/\s+/g, ' '));
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
