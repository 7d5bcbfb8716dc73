import { monthOf } from '../../src/documents/day-post.ts';
import { onThisDayDocument, thisMonthDocument } from '../../src/documents/on-this-day.ts';
import { onThisDayJson } from '../../src/documents/on-this-day-json.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { onThisDay as lookUp, namedDay, type Today, todayOf } from '../../src/lookup/on-this-day.ts';
import { ourCalendar } from '../../src/lore/our-world.ts';
import { readSchedule } from '../../src/lore/schedule.ts';
import { dayNumber } from '../../src/lore/time/axis.ts';
import type { Calendar } from '../../src/lore/time/calendar.ts';
import { isGregorian } from '../../src/lore/time/gregorian.ts';
import { isTimeZone, localTime } from '../../src/lore/time/local-day.ts';
import { monthDayText, readDayOfYear } from '../../src/lore/time/month-day.ts';
import { monthDayOf } from '../../src/lore/time/reading-dates.ts';
import { ourDayText, readOurDay } from '../../src/lore/time/world-today.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { commands } from '../../src/messages/en/commands.ts';
import { onThisDay as words } from '../../src/messages/en/on-this-day.ts';
import { problems } from '../../src/messages/en/problems.ts';
import type { LookupCommand, Options } from '../command.ts';
import { dateOption } from '../options.ts';

export const onthisday = {
  name: 'onthisday',
  description: commands.lore.onthisday.description,
  options: [dateOption('date', commands.lore.onthisday.date)],
  positional: ['date'],
  answer: (lorebook, options) => {
    const ours = readOurDay(options.on ?? '') ?? localTime(lorebook.now(), zoneOf(lorebook));
    const read = dayAsked(lorebook, options, todayOf(lorebook.read, ours));
    if (typeof read === 'string') return { kind: 'refused', message: read };
    const voice = voiceOf(lorebook.read);
    const month = options.as === 'month' ? monthOf(lorebook.read, ours) : null;
    const view = month ?? lookUp(lorebook.read, read);
    const date = options.date ?? '';
    return {
      kind: 'answered',
      isFound: view.events.length > 0,
      document: month === null ? onThisDayDocument(view, voice) : thisMonthDocument(month, voice),
      json: () => onThisDayJson(view, voice),
      // Turning the page tomorrow still shows today's: `on` is our day, `as` what was posted; only buttons hold them.
      again: date.trim() === '' ? { on: ourDayText(ours), ...(month === null ? {} : { as: 'month' }) } : { date },
    };
  },
} satisfies LookupCommand;

/** Today is what the server's clocks show. */
export function zoneOf(lorebook: Lorebook): string {
  const zone = readSchedule(lorebook.setting('schedule'))?.zone ?? lorebook.settings().time_zone;
  return zone !== null && isTimeZone(zone) ? zone : 'UTC';
}

/** Today, or the day that was typed; a sentence where that is none. */
function dayAsked({ read }: Lorebook, options: Options, today: Today): Today | string {
  const typed = options.date?.trim() ?? '';
  if (typed === '') return today;
  const { calendar } = read.profile;
  const ours = dayIn(typed, ourCalendar(calendar));
  if (ours !== null && !isGregorian(calendar) && dayIn(typed, calendar) === null) {
    // A day of ours alone: what came out on it, and what happened on the world's day that it stands for.
    const year = today.ours[0]?.year ?? 0;
    return dayNumber(ourCalendar(calendar), { year, ...ours }) === null
      ? { ...namedDay({ there: null, ours }, today), isOurs: true }
      : { ...todayOf(read, { year, ...ours }), isOurs: true };
  }
  const date = readDayOfYear(typed, calendar);
  if (!date.ok) return problems.date(date.problem);
  const there = monthDayOf(date.value, calendar);
  if (there === null) return words.notADay(typed, monthDayText(calendar, { month: 1, day: 1 }));
  return namedDay({ there, ours }, today);
}

function dayIn(typed: string, calendar: Calendar) {
  const date = readDayOfYear(typed, calendar);
  return date.ok ? monthDayOf(date.value, calendar) : null;
}
