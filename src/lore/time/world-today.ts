import { z } from 'zod';
import { civilDay, dayNumber, everyDay } from './axis.ts';
import type { Calendar } from './calendar.ts';
import { GREGORIAN, isGregorian } from './gregorian.ts';
import { parseDate } from './parse-date.ts';
import { isDayPrecise } from './reading-dates.ts';

/** A day of a year; the year is null where the rule does not tell it. Month 0 = the `day`-th day outside the months. */
export interface WorldDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** A day of the reader's own calendar. */
export interface OurDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const OUR_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Days of the world that may pass in one of ours: more than a year of it would be every day at once. */
const FASTEST = 366;

/** How the world's today follows from ours, as a pack or a keeper says it. */
export const worldTodaySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('same') }).describe('The same day and month as ours'),
  z
    .strictObject({
      kind: z.literal('shift'),
      years: z.int().min(-1e6).max(1e6).default(0),
      days: z.int().min(-1e6).max(1e6).default(0),
    })
    .describe('As many years and days after ours (or, below 0, before it)'),
  z
    .strictObject({
      kind: z.literal('set'),
      date: z.string().min(1).max(100).describe("A day in the lorebook's calendar"),
      since: z.string().regex(OUR_DAY, 'our day is written YYYY-MM-DD').describe('Our day on which it was that day'),
      days: z.int().min(0).max(1000).default(1).describe('Days of the world that pass …'),
      per: z.int().min(1).max(1000).default(1).describe('… in so many of ours'),
    })
    .refine(({ days, per }) => days <= per * FASTEST, `at most ${FASTEST} days of the world may pass in one of ours`)
    .describe('A day that was set, and moves on'),
]);
export type WorldToday = z.infer<typeof worldTodaySchema>;

/** Without a rule: the same day and month as ours. */
export const SAME_AS_OURS: WorldToday = { kind: 'same' };

/** Reads YYYY-MM-DD; null where there is no such day. */
export function readOurDay(text: string): OurDay | null {
  const [, year, month, day] = OUR_DAY.exec(text) ?? [];
  const read = { year: Number(year), month: Number(month), day: Number(day) };
  return dayNumber(GREGORIAN, read) === null ? null : read;
}

/** A day of ours as it stands in files. */
export function ourDayText({ year, month, day }: OurDay): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The days of the world that one of our days stands for: none where its calendar has no such day, several where the
 * world is faster than we are. In order.
 */
export function worldDays(rule: WorldToday, calendar: Calendar, ours: OurDay): readonly WorldDay[] {
  switch (rule.kind) {
    case 'same':
      return sameDay(calendar, ours);
    case 'shift': {
      const moved = civilDay(calendar, numberOf(ours) + rule.days);
      return [{ ...moved, year: moved.year + rule.years }];
    }
    case 'set':
      return setDays(rule, calendar, ours);
  }
}

/** Whether the world's day began on this day of ours: where the world is slower, one of its days lasts several of ours. */
export function isNewWorldDay(rule: WorldToday, calendar: Calendar, ours: OurDay): boolean {
  if (rule.kind !== 'set') return true;
  const yesterday = civilDay(GREGORIAN, numberOf(ours) - 1);
  return JSON.stringify(worldDays(rule, calendar, ours)) !== JSON.stringify(worldDays(rule, calendar, yesterday));
}

function sameDay(calendar: Calendar, { year, month, day }: OurDay): readonly WorldDay[] {
  if (isGregorian(calendar)) return [{ year, month, day }];
  return day <= longestMonth(calendar, month) ? [{ year: null, month, day }] : [];
}

/** The days a month has at most, those of leap years included; 0 where there is no such month. */
function longestMonth(calendar: Calendar, month: number): number {
  const days = calendar.months[month - 1]?.days ?? 0;
  return days === 0 ? 0 : days + calendar.leapRules.filter((rule) => rule.month === month).length;
}

function setDays(rule: Extract<WorldToday, { kind: 'set' }>, calendar: Calendar, ours: OurDay): readonly WorldDay[] {
  const read = parseDate(rule.date, calendar);
  const since = readOurDay(rule.since);
  if (!read.ok || !isDayPrecise(read.value) || read.value.start === null || since === null) return [];
  const elapsed = numberOf(ours) - numberOf(since);
  const passed = (days: number): number => Math.floor((days * rule.days) / rule.per);
  const first = read.value.start.min + passed(elapsed);
  const next = read.value.start.min + passed(elapsed + 1);
  return Array.from({ length: Math.max(1, next - first) }, (_, at) => civilDay(calendar, first + at));
}

function numberOf(ours: OurDay): number {
  const day = dayNumber(GREGORIAN, ours);
  if (day === null) throw new Error(`there is no day ${ourDayText(ours)}`);
  return day;
}

/**
 * Days that this year lacks and that would have followed this one: they are remembered together with it, so that what
 * happened on a leap day is not forgotten for years.
 */
export function missingDaysAfter(calendar: Calendar, { year, month, day }: WorldDay): readonly WorldDay[] {
  if (year === null || calendar.leapRules.length === 0) return [];
  const all = everyDay(calendar);
  const at = all.findIndex((one) => one.month === month && one.day === day);
  if (at === -1) return [];
  const here = missingFrom(calendar, year, all, at + 1);
  // A leap day before the first month is missing after the last day of the year before.
  const next = at + here.length === all.length - 1 ? missingFrom(calendar, year + 1, all, 0) : [];
  return [...here, ...next];
}

function missingFrom(
  calendar: Calendar,
  year: number,
  all: readonly { readonly month: number; readonly day: number }[],
  from: number,
): readonly WorldDay[] {
  const until = all.findIndex((one, at) => at >= from && dayNumber(calendar, { year, ...one }) !== null);
  return all.slice(from, until === -1 ? all.length : until).map((one) => ({ year, ...one }));
}
