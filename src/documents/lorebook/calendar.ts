import type { LoreReader } from '../../lore/reader.ts';
import { everyDay } from '../../lore/time/axis.ts';
import type { Calendar } from '../../lore/time/calendar.ts';
import { markOf } from '../../lore/time/eras.ts';
import { EXAMPLE_CALENDARS } from '../../lore/time/examples.ts';
import { formatDate } from '../../lore/time/format-date.ts';
import { isGregorian } from '../../lore/time/gregorian.ts';
import { monthDayText } from '../../lore/time/month-day.ts';
import { parseDate } from '../../lore/time/parse-date.ts';
import { dayMoment, momentTree } from '../../lore/time/tree.ts';
import { type OurDay, type WorldDay, worldDays } from '../../lore/time/world-today.ts';
import { DATES_EN } from '../../messages/dates-en.ts';
import { type Document, fact, type Link, line, small } from '../../messages/document.ts';
import { calendar as words } from '../../messages/en/calendar.ts';

/** The calendar of a world, and what day it is there. */
export function calendarDocument(reader: LoreReader, ours: OurDay, said: string | null): Document {
  const { calendar, today } = reader.profile;
  const there = worldDays(today, calendar, ours);
  const names = there.map((day) => worldDayText(calendar, day));
  const never = today.kind === 'same' ? neverCome(calendar) : null;
  return {
    tone: 'plain',
    heading: words.heading(calendar.name),
    items: [
      fact(
        line(words.months(calendar.months)),
        ...(calendar.outsideDays.length === 0
          ? []
          : [line(words.outside(calendar.outsideDays.map(({ name }) => name)))]),
        line(words.eras(calendar.eras.map((era) => `${era.name} (${markOf(era)})`))),
        ...(calendar.week === undefined ? [] : [line(words.week(calendar.week.days))]),
      ),
      fact(
        line(words.rule(today)),
        line({ strong: names.length === 0 ? words.noToday : words.todayThere(spanOf(names)) }),
        ...(never === null ? [] : [small(words.never(never))]),
      ),
    ],
    closing: said === null ? [] : [small(said)],
    links: links(calendar),
  };
}

/** The other ready calendars, and this one to be changed by hand. */
function links(calendar: Calendar): readonly Link[] {
  const others = EXAMPLE_CALENDARS.filter(({ slug }) => slug !== calendar.slug);
  return [
    ...others.map(({ name, slug }): Link => {
      return { label: words.buttons.take(name), verb: 'do', command: 'calendar.take', options: { calendar: slug } };
    }),
    { label: words.buttons.file, verb: 'do', command: 'calendar.file', options: {} },
  ];
}

function spanOf(names: readonly string[]): string {
  const [first = '', ...others] = names;
  const last = others.at(-1);
  return last === undefined ? first : DATES_EN.through(first, last);
}

/** With its year, where that is known. */
function worldDayText(calendar: Calendar, { year, month, day }: WorldDay): string {
  if (year === null) return monthDayText(calendar, { month, day });
  const tree = momentTree(dayMoment(year, month, day));
  const read = parseDate('1', calendar);
  return read.ok
    ? formatDate({ ...read.value, tree }, calendar, 'point', DATES_EN)
    : monthDayText(calendar, { month, day });
}

/** The first day that "the same day and month" never brings, where there is one. */
function neverCome(calendar: Calendar): string | null {
  if (isGregorian(calendar)) return null;
  const ourLongest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const missing = everyDay(calendar).filter(({ month, day }) => day > (ourLongest[month - 1] ?? 0));
  const [first] = missing;
  return first === undefined ? null : monthDayText(calendar, first);
}

export function calendarJson(reader: LoreReader, ours: OurDay, said: string | null) {
  const { calendar, today } = reader.profile;
  return { calendar, today, days: worldDays(today, calendar, ours), done: said };
}
