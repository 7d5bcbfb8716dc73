import type { Calendar, Era } from './calendar.ts';
import { eraSpan } from './eras.ts';
import { GREGORIAN, isGregorian } from './gregorian.ts';

/** Something a calendar's parts say of each other that cannot be; what a part says alone is the schema's matter. */
export interface CalendarFault {
  readonly kind:
    | 'name-twice'
    | 'unknown-era'
    | 'eras-overlap'
    | 'era-without-years'
    | 'era-without-mark'
    | 'no-such-month'
    | 'leap-day-nowhere'
    | 'leap-day-twice'
    | 'unknown-outside-day'
    | 'week-day-zero'
    | 'format-incomplete'
    | 'slug-taken';
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** All faults at once. The messages stand beside zod's own, in the same place and language. */
export function calendarFaults(calendar: Calendar): readonly CalendarFault[] {
  return [
    ...nameFaults(calendar),
    ...eraFaults(calendar),
    ...monthNumberFaults(calendar),
    ...leapFaults(calendar),
    ...formatFaults(calendar),
  ];
}

function named(names: readonly { name: string; path: readonly (string | number)[] }[]): CalendarFault[] {
  const seen = new Set<string>();
  const faults: CalendarFault[] = [];
  for (const { name, path } of names) {
    const key = name.toLowerCase();
    if (seen.has(key)) faults.push({ kind: 'name-twice', path, message: `the name "${name}" is given twice` });
    seen.add(key);
  }
  return faults;
}

/** A month and a day outside months share one space, so that a date can be read; eras and week days have their own. */
function nameFaults(calendar: Calendar): readonly CalendarFault[] {
  const months = calendar.months.flatMap((month, at) => {
    const path = ['months', at, 'name'];
    const short = month.short !== undefined && month.short.toLowerCase() !== month.name.toLowerCase();
    return [{ name: month.name, path }, ...(short ? [{ name: month.short ?? '', path: ['months', at, 'short'] }] : [])];
  });
  const outside = calendar.outsideDays.map((day, at) => ({ name: day.name, path: ['outsideDays', at, 'name'] }));
  const eras = calendar.eras.flatMap((era, at) =>
    [...new Set([era.name, ...era.abbreviations])].map((name) => ({ name, path: ['eras', at] })),
  );
  const days = (calendar.week?.days ?? []).map((name, at) => ({ name, path: ['week', 'days', at] }));
  const seasons = calendar.seasons.flatMap((season, at) =>
    season.names.map((name) => ({ name, path: ['seasons', at] })),
  );
  return [...named([...months, ...outside, ...seasons]), ...named(eras), ...named(days)];
}

function eraFaults(calendar: Calendar): readonly CalendarFault[] {
  const faults: CalendarFault[] = [];
  const { defaultEra, eras } = calendar;
  const isNamed = (era: Era) => era.name === defaultEra || era.abbreviations.some((short) => short === defaultEra);
  if (defaultEra !== undefined && !eras.some(isNamed)) {
    faults.push({ kind: 'unknown-era', path: ['defaultEra'], message: `no era is called "${defaultEra}"` });
  }
  eras.forEach((era, at) => {
    const path = ['eras', at];
    if (era.lastYear !== undefined && era.lastYear < era.firstYear) {
      faults.push({ kind: 'era-without-years', path, message: `the era "${era.name}" ends before its first year` });
    }
    for (const other of eras.slice(at + 1)) {
      if (erasOverlap(era, other)) {
        const message = `the eras "${era.name}" and "${other.name}" overlap; give the earlier one its lastYear`;
        faults.push({ kind: 'eras-overlap', path, message });
      }
    }
  });
  if (eras.filter((era) => era.unmarked).length > 1) {
    const message = 'only one era may be written without its abbreviation';
    faults.push({ kind: 'era-without-mark', path: ['eras'], message });
  }
  return faults;
}

/** One shared year is allowed where a backward era meets a forward one: both may call it their year 0. */
function erasOverlap(a: Era, b: Era): boolean {
  const x = eraSpan(a);
  const y = eraSpan(b);
  const shared = Math.min(x.max, y.max) - Math.max(x.min, y.min) + 1;
  return shared > (a.direction === b.direction ? 0 : 1);
}

function monthNumberFaults(calendar: Calendar): readonly CalendarFault[] {
  const count = calendar.months.length;
  const asked = [
    ...calendar.outsideDays.map((day, at) => ({ month: day.after, path: ['outsideDays', at, 'after'] })),
    ...calendar.leapRules.map((rule, at) => ({ month: rule.month ?? 0, path: ['leapRules', at, 'month'] })),
    ...calendar.seasons.flatMap((season, at) => [
      { month: season.fromMonth, path: ['seasons', at, 'fromMonth'] },
      { month: season.toMonth, path: ['seasons', at, 'toMonth'] },
    ]),
  ];
  return asked
    .filter(({ month }) => month > count)
    .map(({ month, path }) => ({ kind: 'no-such-month', path, message: `there is no month ${month} of ${count}` }));
}

function leapFaults(calendar: Calendar): readonly CalendarFault[] {
  const taken = new Set<string>();
  return calendar.leapRules.flatMap((rule, at): CalendarFault[] => {
    const path = ['leapRules', at];
    if ((rule.month === undefined) === (rule.outsideDay === undefined)) {
      return [{ kind: 'leap-day-nowhere', path, message: 'a leap rule names either a month or a day outside months' }];
    }
    const day = rule.outsideDay;
    if (day === undefined) return [];
    if (!calendar.outsideDays.some(({ name }) => name === day)) {
      return [{ kind: 'unknown-outside-day', path, message: `no day outside the months is called "${day}"` }];
    }
    if (taken.has(day)) return [{ kind: 'leap-day-twice', path, message: `two leap rules give "${day}"` }];
    taken.add(day);
    return [];
  });
}

function formatFaults(calendar: Calendar): readonly CalendarFault[] {
  const { formats, week } = calendar;
  const faults: CalendarFault[] = [];
  if (week !== undefined && week.dayZero >= week.days.length) {
    const message = `the week has ${week.days.length} days, counted from 0`;
    faults.push({ kind: 'week-day-zero', path: ['week', 'dayZero'], message });
  }
  const needed = (key: 'day' | 'month' | 'outsideDay', parts: readonly string[]) => {
    const missing = parts.find((part) => !part.split('|').some((name) => formats[key].includes(`{${name}}`)));
    if (missing === undefined) return;
    const message = `a date written as "${formats[key]}" could not be read again without {${missing}}`;
    faults.push({ kind: 'format-incomplete', path: ['formats', key], message });
  };
  needed('day', ['day', 'month|monthNumber', 'year']);
  needed('month', ['month|monthNumber', 'year']);
  needed('outsideDay', ['name', 'year']);
  if (isGregorian(calendar) && JSON.stringify(arithmetic(calendar)) !== JSON.stringify(arithmetic(GREGORIAN))) {
    const message = "the calendar of the reader's own world bears this slug; choose another";
    faults.push({ kind: 'slug-taken', path: ['slug'], message });
  }
  return faults;
}

/** What dates are counted by; the names may be those of another language. */
function arithmetic({ eras, months, outsideDays, leapRules, dayZero }: Calendar): unknown {
  const counts = eras.map(({ direction, firstYear, axisYear }) => [direction, firstYear, axisYear]);
  const leaps = leapRules.map(({ every, except, unless, month }) => [every, except, unless, month]);
  return [counts, months.map(({ days }) => days), outsideDays.length, leaps, dayZero];
}
