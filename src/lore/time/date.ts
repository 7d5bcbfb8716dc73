/** What the rest of the program uses of dates; the files named here define it. */
export type { Window } from './bounds.ts';
export { boundsOf, windowOf } from './date-bounds.ts';
export type { DateWords } from './date-words.ts';
export { formatDate } from './format-date.ts';
export { type Edge, type LoreDate, unparsedDate } from './lore-date.ts';
export { joinDates, parseDate } from './parse-date.ts';
export type { DateProblem, DateResult } from './problem.ts';
export { compareDates, isDayPrecise, monthDayOf, type YearWindow, yearOf, yearWindow } from './reading-dates.ts';
export { DEFAULT_TOLERANCES, type Tolerances } from './tolerance.ts';
export type { Precision } from './tree.ts';
