import { calendarDocument, calendarJson } from '../../src/documents/lorebook/calendar.ts';
import { setCalendar } from '../../src/edit/set-calendar.ts';
import { refusal } from '../../src/lore/permission.ts';
import { localTime } from '../../src/lore/time/local-day.ts';
import type { OurDay } from '../../src/lore/time/world-today.ts';
import { fact, line } from '../../src/messages/document.ts';
import { calendar as words } from '../../src/messages/en/calendar.ts';
import { commands } from '../../src/messages/en/commands.ts';
import { type CalendarChange, KNOWN_CALENDARS, readCalendarOptions, TODAY_CHOICES } from '../calendar-options.ts';
import type { ActCommand, ActContext, Reply } from '../command.ts';
import { zoneOf } from '../lore/onthisday.ts';
import { refused } from '../refused.ts';
import { suggestFrom } from '../schedule-options.ts';

export const calendar = {
  name: 'calendar',
  description: commands.lorebook.calendar.description,
  isSlow: true,
  options: [
    {
      name: 'calendar',
      description: commands.lorebook.calendar.calendar,
      type: 'string',
      maxLength: 100,
      suggest: (_lorebook, typed) =>
        suggestFrom(
          KNOWN_CALENDARS.map(({ name }) => name),
          typed,
        ),
    },
    { name: 'file', description: commands.lorebook.calendar.file, type: 'attachment' },
    {
      name: 'today',
      description: commands.lorebook.calendar.today,
      type: 'string',
      maxLength: 100,
      suggest: (_lorebook, typed) => suggestFrom(TODAY_CHOICES, typed),
    },
    { name: 'pace', description: commands.lorebook.calendar.pace, type: 'string', maxLength: 40 },
  ],
  actions: [
    { name: 'calendar.take', isSlow: true, run: (context, options) => run(context, options) },
    { name: 'calendar.file', run: (context) => asFile(context) },
  ],
  run,
} satisfies ActCommand;

async function run(context: ActContext, options: Readonly<Record<string, string>>): Promise<Reply> {
  const notAllowed = refusal(context.by, 'set up the lorebook');
  if (notAllowed !== null) return refused(context, notAllowed);
  const ours = today(context);
  const read = await readCalendarOptions(options, context.files, context.lorebook.read.profile, ours);
  if (!read.ok) return { kind: 'refused', message: read.problem };
  return Object.keys(read.value).length === 0 ? show(context, null) : save(context, read.value);
}

function save(context: ActContext, change: CalendarChange): Reply {
  const { lorebook, by, at } = context;
  const saved = context.briefly(() => setCalendar({ read: lorebook.read, write: lorebook.write, by, at }, change));
  if (saved.ok) return show(context, words.saved);
  const { problem } = saved;
  if (problem.kind === 'dates-lost') return { kind: 'refused', message: words.datesLost(problem.some, problem.count) };
  if (problem.kind === 'today-lost') return { kind: 'refused', message: words.todayLost(problem.date) };
  return refused(context, problem);
}

function show(context: ActContext, said: string | null): Reply {
  const { read } = context.lorebook;
  const ours = today(context);
  return { kind: 'card', document: calendarDocument(read, ours, said), json: () => calendarJson(read, ours, said) };
}

function asFile(context: ActContext): Reply {
  const notAllowed = refusal(context.by, 'set up the lorebook');
  if (notAllowed !== null) return refused(context, notAllowed);
  const { calendar: current } = context.lorebook.read.profile;
  const bytes = new TextEncoder().encode(`${JSON.stringify(current, null, 2)}\n`);
  return {
    kind: 'card',
    document: {
      tone: 'plain',
      heading: words.heading(current.name),
      items: [fact(line(words.file(current.slug)))],
      links: [],
    },
    json: () => ({ calendar: current }),
    files: [{ name: `${current.slug}.json`, bytes }],
  };
}

function today({ lorebook, at }: ActContext): OurDay {
  return localTime(at, zoneOf(lorebook));
}
