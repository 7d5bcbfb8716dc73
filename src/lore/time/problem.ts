import type { Result } from '../result.ts';

/** Why a text is no date, with what a sentence about it needs. The sentences are elsewhere. */
export type DateProblem =
  | { readonly kind: 'date-missing' }
  | { readonly kind: 'date-too-long'; readonly text: string; readonly limit: number }
  | { readonly kind: 'date-not-understood'; readonly text: string; readonly calendar: string }
  /** 03/04/1994: both readings, canonical. */
  | { readonly kind: 'date-ambiguous'; readonly text: string; readonly readings: readonly string[] }
  | { readonly kind: 'no-such-month'; readonly text: string; readonly month: number; readonly months: number }
  | { readonly kind: 'no-such-day'; readonly text: string; readonly day: number; readonly days: number }
  /** A day outside the months that this year lacks. */
  | { readonly kind: 'no-such-leap-day'; readonly text: string; readonly name: string }
  | { readonly kind: 'unknown-era'; readonly text: string; readonly era: string; readonly eras: readonly string[] }
  | {
      readonly kind: 'year-outside-era';
      readonly text: string;
      readonly era: string;
      readonly first: number;
      readonly last: number | null;
    }
  | { readonly kind: 'year-too-far'; readonly text: string; readonly limit: number }
  | { readonly kind: 'date-backwards'; readonly text: string }
  /** The date is an interval with an end, and an end is given beside it. */
  | { readonly kind: 'end-given-twice'; readonly text: string; readonly end: string }
  /** A date, but nothing that says when: "../..". */
  | { readonly kind: 'date-without-bounds'; readonly text: string };

export type DateResult<T> = Result<T, DateProblem>;

/** Longer than any date, short enough that reading one never takes long. */
export const DATE_TEXT_LIMIT = 300;

/** Years further off than this are refused, so that days stay whole numbers below 2^53. */
export const YEAR_LIMIT = 10_000_000_000;

/** One text being read, one way after the other. The first problem met is the one to tell if no way leads anywhere. */
export interface Attempt {
  readonly problems: DateProblem[];
  /** How many shorter texts may still be tried: a real date takes about ten, nonsense would take thousands. */
  stepsLeft: number;
}

/** No problem found yet, and all steps still to take. */
export function newAttempt(): Attempt {
  return { problems: [], stepsLeft: 200 };
}
