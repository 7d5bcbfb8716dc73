import type { EditId } from '../lore/ids.ts';
import { ourCalendar } from '../lore/our-world.ts';
import type { Refusal } from '../lore/permission.ts';
import type { LoreReader } from '../lore/reader.ts';
import { fail, ok, type Result } from '../lore/result.ts';
import type { Calendar } from '../lore/time/calendar.ts';
import { isGregorian } from '../lore/time/gregorian.ts';
import { parseDate } from '../lore/time/parse-date.ts';
import { type OurDay, SAME_AS_OURS, type WorldToday, worldDays } from '../lore/time/world-today.ts';
import { type EditTarget, gate } from './edit-target.ts';

export type CalendarRefusal =
  | Refusal
  /** Dates that are there already and would be none in the new calendar: some of them, and how many. */
  | { readonly kind: 'dates-lost'; readonly some: readonly string[]; readonly count: number }
  /** The day that was set as today is none in the new calendar. */
  | { readonly kind: 'today-lost'; readonly date: string };

/** Texts of dates looked at; a lorebook with more different ones keeps its calendar. */
const MOST_TEXTS = 200_000;
const MOST_NAMED = 3;
/** A rule that names real days finds the world's on any of ours. */
const ANY_DAY: OurDay = { year: 2000, month: 1, day: 1 };

/**
 * Sets the calendar of the world and how its today is found. Nothing that is dated may lose its date by it: then nothing
 * is changed. The dates themselves stay as they are written; what they bound follows the calendar, undo included.
 */
export function setCalendar(
  target: Pick<EditTarget, 'read' | 'write' | 'by' | 'at'>,
  change: { readonly calendar?: Calendar; readonly today?: WorldToday },
): Result<EditId, CalendarRefusal> {
  const allowed = gate(target, 'set up the lorebook');
  if (!allowed.ok) return allowed;
  const { read, write, by, at } = target;
  const { profile } = read;
  const calendar = change.calendar ?? profile.calendar;
  const today = change.today ?? profile.today;
  if (change.calendar !== undefined) {
    const lost = datesOf(read).filter((text) => !parseDate(text, calendar).ok);
    if (lost.length > 0) return fail({ kind: 'dates-lost', some: lost.slice(0, MOST_NAMED), count: lost.length });
  }
  if (today.kind === 'set' && worldDays(today, calendar, ANY_DAY).length === 0) {
    return fail({ kind: 'today-lost', date: today.date });
  }
  return ok(
    write.transaction((session) => {
      const before = { calendar: profile.calendar.name, today: profile.today };
      const after = { calendar: calendar.name, today };
      const edit = session.record({ actor: by.actor, op: 'calendar', target: 'lorebook', before, after, at });
      if (change.calendar !== undefined) session.setSetting('calendar', isGregorian(calendar) ? null : calendar);
      if (change.today !== undefined) session.setSetting('today', today.kind === SAME_AS_OURS.kind ? null : today);
      return edit;
    }),
  );
}

/** Every date of the lorebook that is its world's and its calendar can read: of claims, branches, and accounts' own presents. */
function datesOf(read: LoreReader): readonly string[] {
  const others = [...read.continuities.all.map(({ branch }) => branch), ...read.accounts.map(({ now }) => now)];
  const readable = others.filter((text) => text !== null && parseDate(text, read.profile.calendar).ok);
  const ours = ourCalendar(read.profile.calendar);
  const told = read
    .dateTexts(MOST_TEXTS)
    .filter(({ text, isOfOurWorld }) => !isOfOurWorld || !parseDate(text, ours).ok);
  return [...told.map(({ text }) => text), ...readable.filter((text) => text !== null)];
}
