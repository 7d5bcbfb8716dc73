import type { Precision } from './tree.ts';

/** How far `~` reaches on either side, each in the unit of its name. EDTF gives it no width: these are a choice. */
export interface Tolerances {
  readonly days: number;
  readonly months: number;
  /** For a season, in months. */
  readonly seasonMonths: number;
  readonly years: number;
  readonly decadeYears: number;
  readonly centuryYears: number;
  /** For a millennium or a year with missing digits. */
  readonly otherYears: number;
}

export const DEFAULT_TOLERANCES: Tolerances = {
  days: 3,
  months: 1,
  seasonMonths: 3,
  years: 2,
  decadeYears: 5,
  centuryYears: 25,
  otherYears: 250,
};

/** The width that belongs to a precision, in days, months or years. */
export function toleranceOf(precision: Precision, given: Tolerances): { unit: 'day' | 'month' | 'year'; by: number } {
  switch (precision) {
    case 'day':
      return { unit: 'day', by: given.days };
    case 'month':
      return { unit: 'month', by: given.months };
    case 'season':
      return { unit: 'month', by: given.seasonMonths };
    case 'year':
      return { unit: 'year', by: given.years };
    case 'decade':
      return { unit: 'year', by: given.decadeYears };
    case 'century':
      return { unit: 'year', by: given.centuryYears };
    case 'other':
      return { unit: 'year', by: given.otherYears };
  }
}
