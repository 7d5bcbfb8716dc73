import { fold } from '../src/lore/fold.ts';
import type { Profile } from '../src/lore/profile.ts';
import { fail, ok, type Result } from '../src/lore/result.ts';
import { type Calendar, calendarSchema } from '../src/lore/time/calendar.ts';
import { EXAMPLE_CALENDARS } from '../src/lore/time/examples.ts';
import { GREGORIAN } from '../src/lore/time/gregorian.ts';
import { monthDayText } from '../src/lore/time/month-day.ts';
import { readPace, readToday } from '../src/lore/time/read-today.ts';
import type { OurDay, WorldToday } from '../src/lore/time/world-today.ts';
import { calendar as words } from '../src/messages/en/calendar.ts';
import type { Options } from './command.ts';
import type { UploadedFile } from './surroundings.ts';

/** Ready to be taken: ours, and two examples of invented ones. */
export const KNOWN_CALENDARS: readonly Calendar[] = [GREGORIAN, ...EXAMPLE_CALENDARS];
export const TODAY_CHOICES: readonly string[] = ['same day and month as ours', '+100 years', '-10 days'];

const MOST_BYTES = 256 * 1024;
const MOST_FAULTS = 3;

export interface CalendarChange {
  readonly calendar?: Calendar;
  readonly today?: WorldToday;
}

/** What was filled in; one sentence where something of it cannot be. */
export async function readCalendarOptions(
  options: Options,
  files: Readonly<Record<string, UploadedFile>>,
  profile: Profile,
  ours: OurDay,
): Promise<Result<CalendarChange, string>> {
  const chosen = await calendarOf(options, files.file);
  if (!chosen.ok) return chosen;
  const calendar = chosen.value ?? profile.calendar;
  const pace = options.pace === undefined ? { days: 1, per: 1 } : readPace(options.pace);
  if (pace === null) return fail(words.badPace(options.pace ?? ''));
  if (options.pace !== undefined && options.today === undefined) return fail(words.paceAlone);
  const today = options.today === undefined ? undefined : readToday(options.today, calendar, pace, ours);
  if (today === null)
    return fail(words.badToday(options.today ?? '', `${monthDayText(calendar, { month: 1, day: 1 })} …`));
  return ok({
    ...(chosen.value === undefined ? {} : { calendar: chosen.value }),
    ...(today === undefined ? {} : { today }),
  });
}

async function calendarOf(
  { calendar }: Options,
  file: UploadedFile | undefined,
): Promise<Result<Calendar | undefined, string>> {
  if (file !== undefined) return await calendarIn(file);
  if (calendar === undefined) return ok(undefined);
  const wanted = fold(calendar);
  const known = KNOWN_CALENDARS.find(({ slug, name }) => slug === calendar || fold(name) === wanted);
  const names = KNOWN_CALENDARS.map(({ name }) => name);
  return known === undefined ? fail(words.unknown(calendar, names)) : ok(known);
}

async function calendarIn(file: UploadedFile): Promise<Result<Calendar, string>> {
  if (file.size > MOST_BYTES) return fail(words.tooLarge);
  let given: unknown;
  try {
    given = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await file.read(MOST_BYTES)));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    return fail(words.notJson(error.message));
  }
  const read = calendarSchema.safeParse(given);
  if (read.success) return ok(read.data);
  const faults = read.error.issues.map(({ path, message }) => words.fault(path, message));
  return fail(words.faults(faults.slice(0, MOST_FAULTS), faults.length - MOST_FAULTS));
}
