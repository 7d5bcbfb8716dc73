import type { Calendar } from './calendar.ts';
import { isGregorian } from './gregorian.ts';

export interface Months {
  readonly from: number;
  /** Above the calendar's count of months where it runs into the next year. */
  readonly to: number;
}

export const FIRST_SEASON = 21;

/** ISO 8601-2:2019 codes 33 to 41: quarters, thirds and halves of a year. */
const DIVISIONS: readonly Months[] = [
  { from: 1, to: 3 },
  { from: 4, to: 6 },
  { from: 7, to: 9 },
  { from: 10, to: 12 },
  { from: 1, to: 4 },
  { from: 5, to: 8 },
  { from: 9, to: 12 },
  { from: 1, to: 6 },
  { from: 7, to: 12 },
];

/** The place of a season in the calendar's list for a code; 25 to 28 are northern, 29 to 32 southern. */
export function seasonIndex(calendar: Calendar, code: number): number | null {
  const at = code - FIRST_SEASON;
  if (at < 0) return null;
  if (at < calendar.seasons.length) return at;
  return isGregorian(calendar) && code <= 32 ? at % 4 : null;
}

/**
 * The months of a season, or null where the code means nothing in this calendar. A season that runs over the turn
 * of the year is taken at both ends of it: "winter 2371" may be its January or its December.
 * (The package `edtf` reads 21 as January to March, which is no one's spring.)
 */
export function seasonMonths(calendar: Calendar, code: number): Months | null {
  const at = seasonIndex(calendar, code);
  if (at === null) return (isGregorian(calendar) ? DIVISIONS[code - 33] : undefined) ?? null;
  const southern = isGregorian(calendar) && code >= 29;
  const season = calendar.seasons[southern ? (at + 2) % 4 : at];
  if (season === undefined) return null;
  const { fromMonth, toMonth } = season;
  if (fromMonth <= toMonth) return { from: fromMonth, to: toMonth };
  return { from: 1, to: toMonth + calendar.months.length };
}
