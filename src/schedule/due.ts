import type { Schedule } from '../lore/schedule.ts';
import { civilDay, dayNumber } from '../lore/time/axis.ts';
import { GREGORIAN } from '../lore/time/gregorian.ts';
import { localTime, zoneOffset } from '../lore/time/local-day.ts';
import { type OurDay, ourDayText, readOurDay } from '../lore/time/world-today.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A week has seven days, and a zone may leave one out. */
const DAYS_AHEAD = 9;

/** When a schedule is due on one local day. */
export interface DueDay {
  readonly day: string;
  readonly dueAt: number;
}

type When = Pick<Schedule, 'hour' | 'minute' | 'zone' | 'days'>;

/**
 * The moment at which the clocks of a zone show this time on that day. Where they show it twice (clocks are set back)
 * the first; where they leap over it, as long after the leap as it would have been; null where they leap over the day.
 */
export function momentOf(day: OurDay, hour: number, minute: number, zone: string): number | null {
  const wall = Date.UTC(day.year, day.month - 1, day.day, hour, minute);
  const isShownAt = (at: number): boolean => at + zoneOffset(at, zone) === wall;
  const before = wall - zoneOffset(wall - DAY_MS, zone);
  // What the offset of the day before gives is never the second of two moments.
  if (isShownAt(before)) return before;
  const after = wall - zoneOffset(wall + DAY_MS, zone);
  const moment = isShownAt(after) ? after : before;
  return localDay(moment, zone) === ourDayText(day) ? moment : null;
}

/** The day that the clocks of a zone show. */
export function localDay(at: number, zone: string): string {
  return ourDayText(localTime(at, zone));
}

/**
 * Days on which the schedule was due by now, earliest first: those after `last`, which was dealt with, and of a long
 * absence the last `most`.
 */
export function daysDue(
  schedule: When & Pick<Schedule, 'since'>,
  spreadMs: number,
  last: string | null,
  now: number,
  most: number,
): readonly DueDay[] {
  const today = numberOf(localDay(now, schedule.zone));
  const since = numberOf(localDay(schedule.since, schedule.zone));
  const from = Math.max(since, last === null ? since : numberOf(last) + 1, today - most);
  const found: DueDay[] = [];
  for (let at = from; at <= today; at += 1) {
    const due = dueOn(schedule, at, spreadMs);
    if (due !== null && due.dueAt - spreadMs >= schedule.since && due.dueAt <= now) found.push(due);
  }
  return found;
}

/** The first time after `now` at which it is due. */
export function nextDue(schedule: When, spreadMs: number, now: number): DueDay | null {
  // The spread may carry yesterday's over midnight.
  const first = numberOf(localDay(now - spreadMs, schedule.zone));
  for (let at = first; at <= first + DAYS_AHEAD; at += 1) {
    const due = dueOn(schedule, at, spreadMs);
    if (due !== null && due.dueAt > now) return due;
  }
  return null;
}

function dueOn({ hour, minute, zone, days }: When, number: number, spreadMs: number): DueDay | null {
  // Day 0, 1 January 1970, was a Thursday.
  const weekday = ((((number + 3) % 7) + 7) % 7) + 1;
  if (!days.includes(weekday)) return null;
  const day = civilDay(GREGORIAN, number);
  const at = momentOf(day, hour, minute, zone);
  return at === null ? null : { day: ourDayText(day), dueAt: at + spreadMs };
}

function numberOf(text: string): number {
  const day = readOurDay(text);
  const number = day === null ? null : dayNumber(GREGORIAN, day);
  if (number === null) throw new Error(`not a day: ${text}`);
  return number;
}

/** The day so many days before (below 0) or after another. */
export function shiftedDay(text: string, days: number): string {
  return ourDayText(civilDay(GREGORIAN, numberOf(text) + days));
}
