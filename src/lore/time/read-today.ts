import type { Calendar } from './calendar.ts';
import { parseDate } from './parse-date.ts';
import { isDayPrecise } from './reading-dates.ts';
import { type OurDay, ourDayText, type WorldToday, worldTodaySchema } from './world-today.ts';

const SHIFT_PART = /([+-]?)\s*(\d{1,7})\s*(year|week|day)s?/gi;
const SHIFT = new RegExp(`^(?:${SHIFT_PART.source}[\\s,]*(?:and\\s+)?)+$`, 'i');
const PACE = /^(\d{1,4})(?:\s*days?)?(?:\s*(?:\/|per|a|an|every|each|in)\s*(\d{1,4})?\s*(day|week|month|year)?s?)?$/i;
const OUR_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };

export interface Pace {
  readonly days: number;
  readonly per: number;
}

/** "346 years", "-10 days", "+1 year and 2 weeks": how far ahead of us the world is; null where it is none. */
function readShift(text: string): WorldToday | null {
  if (!SHIFT.test(text)) return null;
  let [years, days] = [0, 0];
  for (const [, sign, digits, unit] of text.matchAll(SHIFT_PART)) {
    const amount = Number(digits) * (sign === '-' ? -1 : 1);
    if (unit?.toLowerCase() === 'year') years += amount;
    else days += amount * (unit?.toLowerCase() === 'week' ? 7 : 1);
  }
  const read = worldTodaySchema.safeParse({ kind: 'shift', years, days });
  return read.success ? read.data : null;
}

/** "7", "1/7", "7 days a day", "1 day a week", "0": how many of its days pass in how many of ours; null where it is none. */
export function readPace(typed: string): Pace | null {
  const read = PACE.exec(typed.trim());
  if (read === null) return null;
  const [, days, count, unit = 'day'] = read;
  const pace = { days: Number(days), per: Number(count ?? 1) * (OUR_DAYS[unit.toLowerCase()] ?? 1) };
  const known = worldTodaySchema.safeParse({ kind: 'set', date: 'x', since: '2000-01-01', ...pace });
  return known.success ? pace : null;
}

/** How the world's today is found, as people write it: "same", a shift, or a day in its calendar; null where it is none. */
export function readToday(typed: string, calendar: Calendar, pace: Pace, ours: OurDay): WorldToday | null {
  const text = typed.trim();
  if (/^(the )?same( |$)/i.test(text)) return { kind: 'same' };
  const shift = readShift(text);
  if (shift !== null) return shift;
  const date = parseDate(text, calendar);
  if (!date.ok || !isDayPrecise(date.value)) return null;
  return { kind: 'set', date: date.value.text, since: ourDayText(ours), ...pace };
}
