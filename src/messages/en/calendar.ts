import type { WorldToday } from '../../lore/time/world-today.ts';
import { common } from './common.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day of ours, kept as 2026-11-21, as people say it. */
function ourDay(iso: string): string {
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) ? iso : DAY.format(at);
}

/** The words of a world's calendar and of setting it. */
export const calendar = {
  heading: (name: string): string => `Calendar: ${name}`,
  months: (months: readonly { readonly name: string; readonly days: number }[]): string => {
    const [first] = months;
    const isEven = months.every(({ days }) => days === first?.days);
    const names = months.map(({ name, days }) => (isEven ? name : `${name} (${days})`));
    return `${common.count(months.length, 'month', 'months')}${isEven ? ` of ${first?.days ?? 0} days` : ''}: ${names.join(', ')}.`;
  },
  outside: (names: readonly string[]): string => `Outside the months: ${common.and(names)}.`,
  eras: (eras: readonly string[]): string => `Eras: ${common.and(eras)}.`,
  week: (days: readonly string[]): string => `A week of ${days.length} days: ${days.join(', ')}.`,
  rule: (rule: WorldToday): string => {
    switch (rule.kind) {
      case 'same':
        return 'Today there has the same day and month as ours.';
      case 'shift': {
        const parts = [
          rule.years === 0 ? '' : common.count(Math.abs(rule.years), 'year', 'years'),
          rule.days === 0 ? '' : common.count(Math.abs(rule.days), 'day', 'days'),
        ].filter((part) => part !== '');
        if (parts.length === 0) return 'Today there is today here.';
        return `Today there is ${common.and(parts)} ${rule.years < 0 || (rule.years === 0 && rule.days < 0) ? 'behind' : 'ahead of'} ours.`;
      }
      case 'set': {
        const pace =
          rule.days === 0
            ? 'and stands still'
            : rule.days === 1 && rule.per === 1
              ? 'and each day of ours is a day there'
              : `and moves on by ${common.count(rule.days, 'day', 'days')} in ${common.count(rule.per, 'day', 'days')} of ours`;
        return `On ${ourDay(rule.since)} it was ${rule.date} there, ${pace}.`;
      }
    }
  },
  todayThere: (day: string): string => `Today there: ${day}.`,
  noToday: 'No day there answers to our today: set one with /lorebook calendar today:… .',
  never: (days: string): string =>
    `Our calendar never comes to ${days}: set a day that moves on, and what happened then is remembered, too.`,
  saved: 'Saved.',
  buttons: { file: 'As a file', take: (name: string): string => `Take: ${name}` },
  file: (name: string): string =>
    `${name}.json holds the calendar: change it and give it back with /lorebook calendar file:… .`,
  unknown: (typed: string, known: readonly string[]): string =>
    `No calendar here is called “${typed}”: choose ${common.or(known)}, or give a file. Nothing was changed.`,
  notJson: (why: string): string => `That file is no calendar: it is not JSON (${why}). Nothing was changed.`,
  tooLarge: 'That file is larger than a calendar can be. Nothing was changed.',
  faults: (faults: readonly string[], more: number): string =>
    `That is no calendar: ${faults.join('; ')}${more > 0 ? `; and ${common.count(more, 'more fault', 'more faults')}` : ''}. Nothing was changed.`,
  fault: (path: readonly PropertyKey[], message: string): string =>
    path.length === 0
      ? message
      : `${path.map((part) => (typeof part === 'number' ? `number ${part + 1}` : String(part))).join(', ')}: ${message}`,
  badToday: (typed: string, example: string): string =>
    `“${typed}” is no today: write same, a shift such as +346 years or -10 days, or a day of this calendar such as ${example}. Nothing was changed.`,
  badPace: (typed: string): string =>
    `“${typed}” is no pace: write how many days pass there in one of ours (7), or in how many (1 day a week, 0). Nothing was changed.`,
  paceAlone: 'A pace belongs to a day that was set: give today as well. Nothing was changed.',
  datesLost: (some: readonly string[], count: number): string =>
    `${common.count(count, 'date', 'dates')} of this lorebook would be none in that calendar, such as ${common.and(some.map((text) => `“${text}”`))}: amend those first, or give the calendar their eras and months. Nothing was changed.`,
  todayLost: (date: string): string =>
    `The day that is set as today (${date}) is none in that calendar: give today as well. Nothing was changed.`,
} as const;
