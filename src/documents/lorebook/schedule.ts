import type { Post } from '../../lore/post.ts';
import type { Schedule } from '../../lore/schedule.ts';
import { GREGORIAN } from '../../lore/time/gregorian.ts';
import { monthDayText } from '../../lore/time/month-day.ts';
import { readOurDay } from '../../lore/time/world-today.ts';
import { type Document, fact, heading, type Item, type Link, line, small } from '../../messages/document.ts';
import { schedule as words } from '../../messages/en/schedule.ts';
import { weekdaysText } from '../../messages/en/weekdays.ts';

export interface ScheduleView {
  readonly schedule: Schedule | null;
  /** Name of its channel; null where it is gone. */
  readonly channel: string | null;
  /** Name of the role it mentions; null where that is gone. */
  readonly role: string | null;
  /** The day it is due next. */
  readonly next: string | null;
  /** In milliseconds. */
  readonly spread: { readonly ownMs: number; readonly mostMs: number };
  /** Newest first. */
  readonly recent: readonly Post[];
  /** What was just done. */
  readonly said: string | null;
}

/** When and where "on this day" is posted, and what became of the last ones. */
export function scheduleDocument(view: ScheduleView): Document {
  const { schedule, said, recent } = view;
  const closing = said === null ? [] : [small(said)];
  if (schedule === null) {
    return { tone: 'empty', heading: words.heading, items: [fact(line(words.none))], closing, links: [] };
  }
  return {
    tone: 'plain',
    heading: words.heading,
    items: [fact(...stateLines(schedule, view)), ...recentItems(recent)],
    closing,
    links: linksOf(schedule),
  };
}

function stateLines(schedule: Schedule, { channel, role, next, spread }: ScheduleView) {
  const { hour, minute, zone, paused, problem } = schedule;
  const time = words.time(hour, minute);
  const roleText = schedule.role !== null && role === null ? words.roleGone : words.role(role);
  return [
    line({ strong: words.when(weekdaysText(schedule.days), time, zone) }, ` · ${words.where(channel)}`),
    line(paused ? words.paused(problem) : next === null ? '' : words.next(dayText(next), time)),
    line(words.empty(schedule.empty)),
    line(roleText),
    ...(spread.mostMs === 0 ? [] : [small(words.spread(Math.round(spread.ownMs / 1000), spread.mostMs / 1000))]),
  ];
}

function recentItems(recent: readonly Post[]): readonly Item[] {
  if (recent.length === 0) return [];
  return [
    heading(words.recent),
    fact(...recent.map((post) => line({ strong: dayText(post.day) }, ` · ${words.became(post)}`))),
  ];
}

function dayText(day: string): string {
  const read = readOurDay(day);
  return read === null ? day : `${monthDayText(GREGORIAN, read)} ${read.year}`;
}

function linksOf({ paused, role }: Schedule): readonly Link[] {
  const { buttons } = words;
  const act = (label: string, name: string, options: Record<string, string> = {}): Link => {
    return { label, verb: 'do', command: `schedule.${name}`, options };
  };
  return [
    act(buttons.preview, 'preview'),
    act(buttons.now, 'now'),
    paused ? act(buttons.resume, 'pause', { to: 'no' }) : act(buttons.pause, 'pause', { to: 'yes' }),
    ...(role === null ? [] : [act(buttons.nobody, 'nobody')]),
  ];
}

/** The same for programs. */
export function scheduleJson({ schedule, next, recent, said }: ScheduleView) {
  return {
    schedule,
    next,
    recent: recent.map(({ day, status, message, reason }) => ({ day, status, message, reason })),
    done: said,
  };
}
