import { civilDay, dayNumber } from './axis.ts';
import type { Day } from './bounds.ts';
import type { Calendar } from './calendar.ts';
import { momentWindow } from './moment-window.ts';
import { DEFAULT_TOLERANCES } from './tolerance.ts';
import { dayMoment, type Moment, monthMoment, yearsMoment } from './tree.ts';

/**
 * The moment of the same precision just before: the last one that "before X" allows. Before a decade is before its
 * first year; before a season, before its first day. A doubt about X is one about its neighbour.
 */
export function momentBefore(moment: Moment, calendar: Calendar): Moment {
  return neighbour(moment, calendar, -1);
}

/** The moment of the same precision just after: the first one that "after X" allows. */
export function momentAfter(moment: Moment, calendar: Calendar): Moment {
  return neighbour(moment, calendar, 1);
}

function neighbour(moment: Moment, calendar: Calendar, by: 1 | -1): Moment {
  const { approximate, uncertain } = moment;
  return { ...plainNeighbour(moment, calendar, by), approximate, uncertain };
}

function plainNeighbour(moment: Moment, calendar: Calendar, by: 1 | -1): Moment {
  const { year, years, month, day, season, literal } = moment;
  if (literal !== null || season !== null) return dayBeside(moment, calendar, by);
  if (month === null) return yearsMoment(by === 1 ? year + years : year - 1, 1);
  if (day === null) {
    const at = month + by;
    if (at < 1) return monthMoment(year - 1, calendar.months.length);
    return at > calendar.months.length ? monthMoment(year + 1, 1) : monthMoment(year, at);
  }
  return dayBeside(moment, calendar, by);
}

function dayBeside(moment: Moment, calendar: Calendar, by: 1 | -1): Moment {
  const exact = momentWindow({ ...moment, approximate: false }, calendar, DEFAULT_TOLERANCES);
  return dayMomentOf((by === 1 ? exact.max : exact.min) + by, calendar);
}

function dayMomentOf(day: Day, calendar: Calendar): Moment {
  const civil = civilDay(calendar, day);
  return dayMoment(civil.year, civil.month, civil.day);
}

/** Whether the calendar has that day. */
export function hasDay(moment: Moment, calendar: Calendar): boolean {
  const { year, month, day } = moment;
  return month !== null && day !== null && dayNumber(calendar, { year, month, day }) !== null;
}
