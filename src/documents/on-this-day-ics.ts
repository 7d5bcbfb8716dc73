import {
  ICalCalendarMethod,
  ICalEventRepeatingFreq,
  ICalEventTransparency,
  default as icalendar,
} from 'ical-generator';
import { type DayEvent, everyAnniversary } from '../lookup/on-this-day.ts';
import type { LoreReader } from '../lore/reader.ts';
import { civilDay, dayNumber, daysInMonth } from '../lore/time/axis.ts';
import { GREGORIAN, isGregorian } from '../lore/time/gregorian.ts';
import { missingDaysAfter, type OurDay, type WorldDay, worldDays } from '../lore/time/world-today.ts';
import { onThisDay as words } from '../messages/en/on-this-day.ts';
import { eventText } from './on-this-day.ts';
import { voiceOf } from './voice.ts';

/** More than any calendar program is pleasant with; that it was cut is said in the calendar's description. */
const MOST_EVENTS = 5000;
/** Where the world's days are not ours, they are laid out one by one for this many of our years. */
const YEARS_LAID_OUT = 2;

/**
 * The lorebook's days to remember as an iCalendar file: all-day events that come every year, from `year` (the reader's
 * own) on. An event that began in 2371 would show nothing until then, so the lore's year stands in its title.
 */
export function onThisDayIcs(reader: LoreReader, year: number, atMs: number): string {
  const voice = voiceOf(reader);
  const { events, isCut } = everyAnniversary(reader, MOST_EVENTS);
  const { title, name } = reader.profile;
  const file = icalendar({
    prodId: { company: 'Concordance', product: 'On this day', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    name: words.feed(title),
    ...(isCut ? { description: words.feedCut(MOST_EVENTS) } : {}),
  });
  const days = occurrencesFrom(reader, year);
  for (const event of events) {
    const { title: summary, text } = eventText(event, voice);
    for (const { on, isYearly } of days(event)) {
      const made = file.createEvent({
        id: `${[event.kind, idOf(event), ...(isYearly ? [] : [on.year, on.month, on.day])].join('-')}@${name}.concordance`,
        start: new Date(Date.UTC(on.year, on.month - 1, on.day)),
        stamp: new Date(atMs),
        allDay: true,
        summary,
        description: text,
        transparency: ICalEventTransparency.TRANSPARENT,
      });
      if (isYearly) made.repeating(yearly(event));
    }
  }
  return file.toString();
}

function idOf({ facts }: DayEvent): number {
  return facts[0]?.lead.id ?? 0;
}

/** 29 February comes on the last day of February, as it does on cards. */
function yearly({ on }: DayEvent) {
  const isLeapDay = on.month === 2 && on.day === 29;
  return {
    freq: ICalEventRepeatingFreq.YEARLY,
    ...(isLeapDay ? { byMonth: [2], byMonthDay: [-1] } : {}),
  };
}

interface Occurrence {
  readonly on: OurDay;
  readonly isYearly: boolean;
}

/** When an event comes in our calendar: every year on its day, or on each day of ours that is its day there. */
function occurrencesFrom(reader: LoreReader, year: number): (event: DayEvent) => readonly Occurrence[] {
  const { calendar, today } = reader.profile;
  const everyYear = ({ on: { month, day } }: DayEvent): readonly Occurrence[] => {
    const last = daysInMonth(GREGORIAN, year, month);
    return [{ on: { year, month, day: Math.min(day, last) }, isYearly: true }];
  };
  if (today.kind === 'same' && isGregorian(calendar)) return everyYear;
  const laidOut = laidOutDays(reader, year);
  return (event) => {
    if (event.kind === 'release' && isGregorian(event.calendar)) return everyYear(event);
    return (laidOut.get(`${event.on.month}-${event.on.day}`) ?? []).map((on) => ({ on, isYearly: false }));
  };
}

/** The days of ours on which each day of the world comes. */
function laidOutDays(reader: LoreReader, year: number): ReadonlyMap<string, readonly OurDay[]> {
  const { calendar, today } = reader.profile;
  const found = new Map<string, OurDay[]>();
  let before = '';
  const first = dayNumber(GREGORIAN, { year, month: 1, day: 1 }) ?? 0;
  const end = dayNumber(GREGORIAN, { year: year + YEARS_LAID_OUT, month: 1, day: 1 }) ?? first;
  for (let at = first; at < end; at += 1) {
    const ours = civilDay(GREGORIAN, at);
    const there = worldDays(today, calendar, ours);
    // A slow world's day lasts several of ours; it is remembered on the first.
    const key = there.map(({ year: y, month, day }) => `${y}-${month}-${day}`).join(' ');
    if (key === before) continue;
    before = key;
    for (const day of there.flatMap((one): readonly WorldDay[] => [one, ...missingDaysAfter(calendar, one)])) {
      const name = `${day.month}-${day.day}`;
      found.set(name, [...(found.get(name) ?? []), ours]);
    }
  }
  return found;
}
