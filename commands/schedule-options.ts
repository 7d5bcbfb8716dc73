import { fold } from '../src/lore/fold.ts';
import { fail, ok, type Result } from '../src/lore/result.ts';
import { EVERY_DAY, ON_EMPTY_DAYS, type OnEmptyDay, type Schedule } from '../src/lore/schedule.ts';
import { readClockTime } from '../src/lore/time/clock-time.ts';
import { readZone } from '../src/lore/time/zone.ts';
import { schedule as words } from '../src/messages/en/schedule.ts';
import { setup } from '../src/messages/en/setup.ts';
import { readWeekdays } from '../src/messages/en/weekdays.ts';
import type { Options, Suggestion } from './command.ts';
import { MOST_CHOICES } from './options.ts';
import type { Surroundings } from './surroundings.ts';

interface Given {
  readonly around: Surroundings;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The server's own time zone, where it has one. */
  readonly zone: string | null;
}

/** The schedule with what was filled in changed; one sentence where something of it cannot be. */
export function readScheduleOptions(
  options: Options,
  before: Schedule | null,
  { around, at, zone }: Given,
): Result<Schedule, string> {
  const channel = options.channel ?? before?.channel;
  if (channel === undefined || (before === null && options.time === undefined)) return fail(words.needsBoth);
  const time = options.time === undefined ? before : readClockTime(options.time);
  if (time === null) return fail(words.badTime(options.time ?? ''));
  const place = options.zone === undefined ? ok(before?.zone ?? zone ?? 'UTC') : readZone(options.zone);
  if (!place.ok) return fail(setup.zoneProblem(place.problem));
  const days = options.days === undefined ? (before?.days ?? EVERY_DAY) : readWeekdays(options.days);
  if (days === null) return fail(words.badDays(options.days ?? ''));
  const empty = options.empty === undefined ? (before?.empty ?? 'silence') : readEmpty(options.empty);
  if (empty === null) return fail(words.badEmpty(options.empty ?? ''));
  const role = options.role === undefined ? (before?.role ?? null) : options.role === '' ? null : options.role;
  if (options.role !== undefined && role !== null && !isMentionable(role, around)) return fail(words.badRole);
  const paused = readPause(options, before);
  if (paused === null) return fail(words.badPause(options.pause ?? ''));
  // What is paused may stay where it cannot be written; what is to run is tried at once.
  const problem = paused && options.channel === undefined ? null : around.postingProblem(channel);
  if (problem !== null) return fail(words.badChannel(around.channelNames([channel])[0] ?? null, problem));
  const { hour, minute } = time;
  const given = { channel, hour, minute, zone: place.value, days: [...days], empty, role, paused };
  return ok({ ...given, problem: paused ? (before?.problem ?? null) : null, since: at });
}

/** Everyone is no role to mention: their role bears the server's own id. */
function isMentionable(role: string, around: Surroundings): boolean {
  return role !== around.guildId && around.roleNames([role]).length === 1;
}

function readEmpty(typed: string): OnEmptyDay | null {
  const wanted = fold(typed);
  return ON_EMPTY_DAYS.find((one) => one === wanted || fold(words.emptyChoices[one]) === wanted) ?? null;
}

/** Another channel ends a pause that the old one was the reason of. */
function readPause({ pause, channel }: Options, before: Schedule | null): boolean | null {
  if (pause === undefined) return channel !== undefined && before?.problem != null ? false : (before?.paused ?? false);
  if (/^(true|yes|on|1)$/i.test(pause)) return true;
  return /^(false|no|off|0)$/i.test(pause) ? false : null;
}

/** Choices that hold what is typed, those that begin with it first. */
export function suggestFrom(choices: readonly string[], typed: string): readonly Suggestion[] {
  const wanted = fold(typed);
  const found = choices.filter((choice) => fold(choice).includes(wanted));
  const place = (choice: string): number => Number(!fold(choice).startsWith(wanted));
  return [...found]
    .sort((a, b) => place(a) - place(b))
    .slice(0, MOST_CHOICES)
    .map((choice) => ({ name: choice, value: choice }));
}

/** Time zones by any part of their names; those whose place begins with what is typed come first. */
export function suggestZones(typed: string): readonly Suggestion[] {
  const wanted = fold(typed.replaceAll('_', ' '));
  // No list of zones names UTC, and many servers want just that.
  const all = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const named = all.map((zone) => ({
    zone,
    text: fold(zone.replaceAll('_', ' ')),
    place: fold(zone.split('/').at(-1)?.replaceAll('_', ' ') ?? ''),
  }));
  return named
    .filter(({ text }) => text.includes(wanted))
    .sort((a, b) => Number(!a.place.startsWith(wanted)) - Number(!b.place.startsWith(wanted)))
    .slice(0, MOST_CHOICES)
    .map(({ zone }) => ({ name: zone, value: zone }));
}
