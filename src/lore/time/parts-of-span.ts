import { daysInMonth } from './axis.ts';
import type { Calendar } from './calendar.ts';
import { dayMoment, doubted, type Moment, monthMoment, rangeOf, type SetTree, yearsMoment } from './tree.ts';

/** A part of a century, decade, year or month as people name it. "Late" is the last half, approximately. */
export type SpanPart = 'early' | 'mid' | 'late' | 'first-half' | 'second-half';

/** Quarters of the whole where a part begins and ends. */
const QUARTERS: Readonly<Record<SpanPart, readonly [from: number, to: number]>> = {
  early: [0, 2],
  mid: [1, 3],
  late: [2, 4],
  'first-half': [0, 2],
  'second-half': [2, 4],
};

/** The range of a part of the years, or null where there are too few to part. */
export function partOfYears(year: number, years: number, part: SpanPart, calendar: Calendar): SetTree | null {
  if (years === 1) return parted(calendar.months.length, part, (at) => monthMoment(year, at + 1));
  return parted(years, part, (at) => yearsMoment(year + at, 1));
}

/** "Early", "mid" or "late" in a month. */
export function partOfMonth(year: number, month: number, part: SpanPart, calendar: Calendar): SetTree | null {
  return parted(daysInMonth(calendar, year, month), part, (at) => dayMoment(year, month, at + 1));
}

function parted(units: number, part: SpanPart, unit: (at: number) => Moment): SetTree | null {
  if (units < 2) return null;
  const [from, to] = QUARTERS[part];
  const approximate = part === 'early' || part === 'mid' || part === 'late';
  const first = Math.floor((units * from) / 4);
  const last = Math.ceil((units * to) / 4) - 1;
  return rangeOf(doubted(unit(first), { approximate }), doubted(unit(last), { approximate }));
}
