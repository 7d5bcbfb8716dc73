import type { Claim } from '../lore/claim.ts';
import { calendarFor } from '../lore/our-world.ts';
import type { LoreReader } from '../lore/reader.ts';
import { civilDay, dayNumber, monthWindow, startOfYear } from '../lore/time/axis.ts';
import type { Day, Window } from '../lore/time/bounds.ts';
import type { Calendar } from '../lore/time/calendar.ts';
import type { LoreDate } from '../lore/time/lore-date.ts';
import { parseDate } from '../lore/time/parse-date.ts';
import { isDayPrecise } from '../lore/time/reading-dates.ts';

/** Claims read for one day of all years. */
export const MOST_CLAIMS = 1000;
/** Years asked of at once. */
const YEARS_AT_ONCE = 500;
/** Such steps. A world that tells of more years is told of its first ones, and that it was cut is said. */
const MOST_STEPS = 500;

export interface Found {
  readonly claims: readonly Claim[];
  /** True where there was more than could be read. */
  readonly isCut: boolean;
}

/** Claims of what happened on this day of any year of the calendar: dates precise to the day, no spans, no doubts. */
export function claimsOnDay(
  reader: LoreReader,
  calendar: Calendar,
  { month, day }: { readonly month: number; readonly day: number },
): Found {
  return everyYear(reader, calendar, isDayPrecise, (year) => {
    const at = dayNumber(calendar, { year, month, day });
    return at === null ? null : { min: at, max: at };
  });
}

/** Claims of what happened in this month of any year, where just the month is known. */
export function claimsOfMonth(reader: LoreReader, calendar: Calendar, month: number): Found {
  return everyYear(reader, calendar, isMonthPrecise, (year) => monthWindow(calendar, year, month));
}

/** Claims of what happened on one known day, whichever. */
export function claimsOfAnyDay(reader: LoreReader, limit: number): Found {
  const { calendar } = reader.profile;
  const some = reader.claimsOfOneDay(limit + 1);
  const exact = some
    .slice(0, limit)
    .filter((claim) => happened(claim) && isExactly(claim, calendarOf(claim, calendar), isDayPrecise));
  return { claims: exact, isCut: some.length > limit };
}

function isMonthPrecise(date: LoreDate): boolean {
  return date.shape === 'instant' && date.precision === 'month' && !date.approximate && !date.uncertain;
}

/** The calendar a claim is dated by: the world's, or ours where it is of our own world. */
export function calendarOf({ predicate, date }: Claim, world: Calendar): Calendar {
  return calendarFor(predicate, date ?? '', world);
}

/** From each year the claims of one stretch; long times of which nothing is told are leapt over. */
function everyYear(
  reader: LoreReader,
  calendar: Calendar,
  isExact: (date: LoreDate) => boolean,
  stretchOf: (year: number) => Window | null,
): Found {
  const world = reader.profile.calendar;
  const isDatedBy = (claim: Claim): boolean => calendarOf(claim, world).slug === calendar.slug;
  const claims: Claim[] = [];
  let from: Day | null = null;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next: Day | null = reader.nextDated(from);
    if (next === null) return { claims, isCut: false };
    const { year } = civilDay(calendar, next);
    const years = Array.from({ length: YEARS_AT_ONCE }, (_, at) => year + at);
    const stretches = years.map(stretchOf).filter((stretch) => stretch !== null);
    const some = reader.claimsOfStretches(stretches, MOST_CLAIMS - claims.length + 1);
    claims.push(...some.filter((claim) => happened(claim) && isDatedBy(claim) && isExactly(claim, calendar, isExact)));
    if (claims.length > MOST_CLAIMS) return { claims: claims.slice(0, MOST_CLAIMS), isCut: true };
    from = startOfYear(calendar, year + YEARS_AT_ONCE);
  }
  return { claims, isCut: true };
}

function isExactly({ date }: Claim, calendar: Calendar, test: (date: LoreDate) => boolean): boolean {
  const read = date === null ? null : parseDate(date, calendar);
  return read?.ok === true && test(read.value);
}

/** Whether it tells of something that was then: "as of" a day nothing need have happened, and a denial tells of nothing. */
function happened({ dateKind, modality, value }: Claim): boolean {
  if (dateKind === 'asof' || modality === 'characterisation') return false;
  return value.kind !== 'none' && !(value.kind === 'yesno' && !value.yes);
}
