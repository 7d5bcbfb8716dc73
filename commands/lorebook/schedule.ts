import { dayPost } from '../../src/documents/day-post.ts';
import { type ScheduleView, scheduleDocument, scheduleJson } from '../../src/documents/lorebook/schedule.ts';
import { setSchedule } from '../../src/edit/set-schedule.ts';
import { refusal } from '../../src/lore/permission.ts';
import { readSchedule, type Schedule } from '../../src/lore/schedule.ts';
import { localTime } from '../../src/lore/time/local-day.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { fact, line, small } from '../../src/messages/document.ts';
import { commands } from '../../src/messages/en/commands.ts';
import { schedule as words } from '../../src/messages/en/schedule.ts';
import { WEEKDAY_CHOICES } from '../../src/messages/en/weekdays.ts';
import { localDay, nextDue } from '../../src/schedule/due.ts';
import { toldBefore } from '../../src/schedule/plan.ts';
import type { ActCommand, ActContext, Options, Reply } from '../command.ts';
import { refused } from '../refused.ts';
import { readScheduleOptions, suggestFrom, suggestZones } from '../schedule-options.ts';

/** Days whose outcome the card tells. */
const MOST_RECENT = 5;

export const schedule = {
  name: 'schedule',
  description: commands.lorebook.schedule.description,
  options: [
    { name: 'channel', description: commands.lorebook.schedule.channel, type: 'channel' },
    { name: 'time', description: commands.lorebook.schedule.time, type: 'string', maxLength: 20 },
    {
      name: 'zone',
      description: commands.lorebook.schedule.zone,
      type: 'string',
      maxLength: 60,
      suggest: (_lorebook, typed) => suggestZones(typed),
    },
    {
      name: 'days',
      description: commands.lorebook.schedule.days,
      type: 'string',
      maxLength: 100,
      suggest: (_lorebook, typed) => suggestFrom(WEEKDAY_CHOICES, typed),
    },
    {
      name: 'empty',
      description: commands.lorebook.schedule.empty,
      type: 'string',
      maxLength: 40,
      suggest: (_lorebook, typed) => suggestFrom(Object.values(words.emptyChoices), typed),
    },
    { name: 'role', description: commands.lorebook.schedule.role, type: 'role' },
    { name: 'pause', description: commands.lorebook.schedule.pause, type: 'boolean' },
  ],
  actions: [
    { name: 'schedule.preview', run: (context) => preview(context) },
    { name: 'schedule.now', isSlow: true, run: (context) => now(context) },
    {
      name: 'schedule.pause',
      run: (context, { to }) => change(context, { pause: to === 'yes' ? 'true' : 'false' }, true),
    },
    { name: 'schedule.nobody', run: (context) => change(context, { role: '' }, true) },
  ],
  run: (context, options) => (Object.keys(options).length === 0 ? show(context) : change(context, options, false)),
} satisfies ActCommand;

function show(context: ActContext, said: string | null = null, isInPlace = false): Reply {
  const notAllowed = refusal(context.by, 'set up the lorebook');
  if (notAllowed !== null) return refused(context, notAllowed);
  const view = viewOf(context, said);
  return { kind: 'card', document: scheduleDocument(view), json: () => scheduleJson(view), isInPlace };
}

function viewOf({ lorebook, around, at }: ActContext, said: string | null): ScheduleView {
  const current = currentOf(lorebook);
  const spread = around.schedule.spread(around.guildId ?? '');
  const role = current?.role ?? null;
  return {
    schedule: current,
    channel: current === null ? null : (around.channelNames([current.channel])[0] ?? null),
    role: role === null ? null : (around.roleNames([role])[0] ?? null),
    next: current === null || current.paused ? null : nextDay(lorebook, current, spread.ownMs, at),
    spread,
    recent: lorebook.posts.recent(MOST_RECENT),
    said,
  };
}

function currentOf(lorebook: Lorebook): Schedule | null {
  return readSchedule(lorebook.setting('schedule'));
}

/** The day of the next post: one that was posted ahead of its time is not due again. */
function nextDay(lorebook: Lorebook, schedule: Schedule, spreadMs: number, at: number): string | null {
  let due = nextDue(schedule, spreadMs, at);
  for (let week = 0; due !== null && week < 7 && lorebook.posts.get(due.day) !== undefined; week += 1) {
    due = nextDue(schedule, spreadMs, due.dueAt);
  }
  return due?.day ?? null;
}

function change(context: ActContext, options: Options, isInPlace: boolean): Reply {
  const notAllowed = refusal(context.by, 'set up the lorebook');
  if (notAllowed !== null) return refused(context, notAllowed);
  const { lorebook, around, at } = context;
  const before = currentOf(lorebook);
  const read = readScheduleOptions(options, before, { around, at, zone: lorebook.settings().time_zone });
  if (!read.ok) return { kind: 'refused', message: read.problem };
  const { write } = lorebook;
  const saved = setSchedule({ write, by: context.by, at }, before, read.value);
  return saved.ok ? show(context, words.saved, isInPlace) : refused(context, saved.problem);
}

/** Today's post as it would be, for the one who asks alone. */
function preview(context: ActContext): Reply {
  const notAllowed = refusal(context.by, 'set up the lorebook');
  if (notAllowed !== null) return refused(context, notAllowed);
  const { lorebook, at } = context;
  const current = currentOf(lorebook);
  if (current === null) return { kind: 'refused', message: words.needsSchedule };
  const today = localTime(at, current.zone);
  const post = dayPost(lorebook.read, today, current.empty, () => toldBefore(lorebook, localDay(at, current.zone)));
  if (post === null) return { kind: 'refused', message: words.nothingToday };
  const closing = [...(post.document.closing ?? []), small(words.previewed)];
  return { kind: 'card', document: { ...post.document, closing }, json: () => ({ ...post.again, fact: post.fact }) };
}

async function now(context: ActContext): Promise<Reply> {
  const notAllowed = refusal(context.by, 'set up the lorebook');
  if (notAllowed !== null) return refused(context, notAllowed);
  const { around } = context;
  const posted = await around.schedule.postNow(around.guildId ?? '');
  const document = {
    tone: 'plain',
    heading: words.heading,
    items: [fact(line(words.postedNow(posted)))],
    links: [],
  } as const;
  return { kind: 'card', document, json: () => ({ posted: posted.kind }) };
}
