import type { Day, Window } from './bounds.ts';
import type { Calendar, LeapRule } from './calendar.ts';
import { defaultEra } from './eras.ts';

/** A day by its names: axis year, month from 1, day from 1. Month 0 = the `day`-th of the days outside the months. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface Stretch {
  readonly month: number;
  /** Number of the first day, from 1; for a day outside the months its place in their list. */
  readonly firstDay: number;
  readonly offset: number;
  readonly days: number;
}

interface Year {
  readonly stretches: readonly Stretch[];
  readonly days: number;
}

interface Leap {
  readonly rule: LeapRule;
  readonly shift: number;
}

interface Axis {
  readonly calendar: Calendar;
  readonly leaps: readonly Leap[];
  readonly commonDays: number;
  readonly averageDays: number;
  readonly years: Map<number, Year>;
  origin: number;
}

const axes = new WeakMap<Calendar, Axis>();

function axisOf(calendar: Calendar): Axis {
  const known = axes.get(calendar);
  if (known !== undefined) return known;
  const era = defaultEra(calendar);
  // The years whose number in the default era is divided by n are those congruent to this shift modulo n.
  const shift = era.direction === 'forward' ? era.axisYear - era.firstYear : era.axisYear + era.firstYear;
  const leaps = calendar.leapRules.map((rule) => ({ rule, shift }));
  const commonDays =
    calendar.months.reduce((sum, month) => sum + month.days, 0) +
    calendar.outsideDays.filter((day) => !isLeapOnly(calendar, day.name)).length;
  const averageDays = leaps.reduce((sum, { rule }) => sum + leapRate(rule), commonDays);
  const axis: Axis = { calendar, leaps, commonDays, averageDays, years: new Map(), origin: 0 };
  axis.origin = daysBefore(axis, calendar.dayZero);
  axes.set(calendar, axis);
  return axis;
}

function isLeapOnly(calendar: Calendar, name: string): boolean {
  return calendar.leapRules.some((rule) => rule.outsideDay === name);
}

function commonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** The divisors of a rule with their signs: leap years are those of `every`, less `except`, plus `unless`. */
function divisors({ every, except, unless }: LeapRule): readonly (readonly [divisor: number, sign: 1 | -1])[] {
  if (except === undefined) return [[every, 1]];
  const excepted = commonMultiple(every, except);
  if (unless === undefined)
    return [
      [every, 1],
      [excepted, -1],
    ];
  return [
    [every, 1],
    [excepted, -1],
    [commonMultiple(excepted, unless), 1],
  ];
}

function leapRate(rule: LeapRule): number {
  return divisors(rule).reduce((sum, [divisor, sign]) => sum + sign / divisor, 0);
}

/** Leap years from axis year 0 up to, not including, `year`; negative before it. Closed form, so exact both ways. */
function leapsBefore({ rule, shift }: Leap, year: number): number {
  return divisors(rule).reduce((sum, [divisor, sign]) => {
    return sum + sign * (Math.floor((year - 1 - shift) / divisor) - Math.floor((-1 - shift) / divisor));
  }, 0);
}

function isLeapBy(leap: Leap, year: number): boolean {
  return leapsBefore(leap, year + 1) > leapsBefore(leap, year);
}

/** Days from the first of axis year 0 to the first of `year`. */
function daysBefore(axis: Axis, year: number): number {
  return axis.leaps.reduce((sum, leap) => sum + leapsBefore(leap, year), year * axis.commonDays);
}

/** The stretches of a year in order. Years with the same leap days share one. */
function yearOf(axis: Axis, year: number): Year {
  let key = 0;
  for (const leap of axis.leaps) key = key * 2 + (isLeapBy(leap, year) ? 1 : 0);
  const known = axis.years.get(key);
  if (known !== undefined) return known;
  const leaping = axis.leaps.filter((leap) => isLeapBy(leap, year)).map(({ rule }) => rule);
  const made = yearWith(axis.calendar, leaping);
  axis.years.set(key, made);
  return made;
}

/** A year in which these of the leap rules hold. */
function yearWith(calendar: Calendar, leaping: readonly LeapRule[]): Year {
  const stretches: Stretch[] = [];
  let offset = 0;
  const add = (month: number, firstDay: number, days: number) => {
    if (days > 0) stretches.push({ month, firstDay, offset, days });
    offset += days;
  };
  const addOutside = (after: number) =>
    calendar.outsideDays.forEach((day, at) => {
      const isThere = !isLeapOnly(calendar, day.name) || leaping.some((rule) => rule.outsideDay === day.name);
      if (day.after === after && isThere) add(0, at + 1, 1);
    });
  addOutside(0);
  calendar.months.forEach((month, at) => {
    add(at + 1, 1, month.days + leaping.filter((rule) => rule.month === at + 1).length);
    addOutside(at + 1);
  });
  return { stretches, days: offset };
}

/** Every day that some year has, in the order they follow each other: those of a year in which all leap rules hold. */
export function everyDay(calendar: Calendar): readonly Omit<CivilDay, 'year'>[] {
  return yearWith(calendar, calendar.leapRules).stretches.flatMap(({ month, firstDay, days }) =>
    Array.from({ length: days }, (_, at) => ({ month, day: firstDay + at })),
  );
}

/** The first day of an axis year. */
export function startOfYear(calendar: Calendar, year: number): Day {
  const axis = axisOf(calendar);
  return daysBefore(axis, year) - axis.origin;
}

/** The days of a month in that year; month 0 has the days outside the months, of which some years lack a few. */
export function daysInMonth(calendar: Calendar, year: number, month: number): number {
  return yearOf(axisOf(calendar), year)
    .stretches.filter((stretch) => stretch.month === month)
    .reduce((sum, stretch) => sum + stretch.days, 0);
}

/**
 * The number of a day, or null where the calendar has no such day (30 February; a leap day in a common year).
 * For the Gregorian calendar the same as Hinnant's days_from_civil, checked by test.
 */
export function dayNumber(calendar: Calendar, { year, month, day }: CivilDay): Day | null {
  const axis = axisOf(calendar);
  for (const stretch of yearOf(axis, year).stretches) {
    if (stretch.month !== month || day < stretch.firstDay || day >= stretch.firstDay + stretch.days) continue;
    return daysBefore(axis, year) - axis.origin + stretch.offset + (day - stretch.firstDay);
  }
  return null;
}

/** The days of a month from the first to the last, or null where there is no such month. */
export function monthWindow(calendar: Calendar, year: number, month: number): Window | null {
  if (month < 1) return null;
  const min = dayNumber(calendar, { year, month, day: 1 });
  return min === null ? null : { min, max: min + daysInMonth(calendar, year, month) - 1 };
}

/** The year, month and day of a day number. */
export function civilDay(calendar: Calendar, day: Day): CivilDay {
  const axis = axisOf(calendar);
  const since = day + axis.origin;
  let year = Math.floor(since / axis.averageDays);
  // The average may miss by a year near its ends; these steps settle it.
  while (daysBefore(axis, year) > since) year -= 1;
  while (daysBefore(axis, year + 1) <= since) year += 1;
  const within = since - daysBefore(axis, year);
  for (const { month, firstDay, offset, days } of yearOf(axis, year).stretches) {
    if (within < offset + days) return { year, month, day: firstDay + within - offset };
  }
  throw new Error(`day ${day} lies in no stretch of year ${year}`);
}

/** The place of a day in the week, from 0; null where the calendar has no week or the day stands outside it. */
export function weekDay(calendar: Calendar, day: Day): number | null {
  const { week } = calendar;
  if (week === undefined) return null;
  if (week.outsideDays === 'counted') return remainder(week.dayZero + day, week.days.length);
  if (civilDay(calendar, day).month === 0) return null;
  return remainder(week.dayZero + weekDaysBefore(calendar, day) - weekDaysBefore(calendar, 0), week.days.length);
}

function remainder(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

/** Days inside months from axis year 0 up to, not including, `day`. */
function weekDaysBefore(calendar: Calendar, day: Day): number {
  const axis = axisOf(calendar);
  const { year } = civilDay(calendar, day);
  const yearly = calendar.outsideDays.filter((outside) => !isLeapOnly(calendar, outside.name)).length;
  const leaping = axis.leaps.filter(({ rule }) => rule.outsideDay !== undefined);
  const outsideBefore = leaping.reduce((sum, leap) => sum + leapsBefore(leap, year), year * yearly);
  const within = day + axis.origin - daysBefore(axis, year);
  const outsideHere = yearOf(axis, year).stretches.filter(({ month, offset }) => month === 0 && offset < within).length;
  return day + axis.origin - outsideBefore - outsideHere;
}
