import type { Bounds, Day } from '../../../src/lore/time/bounds.ts';
import type { Calendar } from '../../../src/lore/time/calendar.ts';
import { GREGORIAN } from '../../../src/lore/time/gregorian.ts';
import { type LoreDate, unparsedDate } from '../../../src/lore/time/lore-date.ts';
import { parseDate } from '../../../src/lore/time/parse-date.ts';
import type { Tolerances } from '../../../src/lore/time/tolerance.ts';

/** Every run of a property draws the same cases. */
export const RUNS = { seed: 20261121, numRuns: 400 } as const;

/** As if `~` had no width, to compare with what the package says. */
export const NO_TOLERANCE: Tolerances = {
  days: 0,
  months: 0,
  seasonMonths: 0,
  years: 0,
  decadeYears: 0,
  centuryYears: 0,
  otherYears: 0,
};

/** The date, or the problem's kind in angle brackets, so that a failing test shows why. */
export function dateOf(text: string, calendar: Calendar = GREGORIAN, tolerances?: Tolerances): LoreDate {
  const read = parseDate(text, calendar, tolerances);
  return read.ok ? read.value : unparsedDate(`<${read.problem.kind}>`);
}

export function textOf(text: string, calendar?: Calendar): string {
  return dateOf(text, calendar).text;
}

/** The number of a Gregorian day through the platform's own dates. */
export function day(iso: string): Day {
  return Math.floor(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
}

/** A day as a person reads it; null stays. */
export function iso(value: Day | null): string | null {
  return value === null ? null : new Date(value * 86_400_000).toISOString().replace(/T.*/, '');
}

export function isoBounds({ sLo, sHi, eLo, eHi }: Bounds): readonly (string | null)[] {
  return [sLo, sHi, eLo, eHi].map(iso);
}
