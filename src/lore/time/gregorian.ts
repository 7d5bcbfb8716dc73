import type { Calendar } from './calendar.ts';

const MONTHS: readonly (readonly [name: string, short: string, days: number])[] = [
  ['January', 'Jan', 31],
  ['February', 'Feb', 28],
  ['March', 'Mar', 31],
  ['April', 'Apr', 30],
  ['May', 'May', 31],
  ['June', 'Jun', 30],
  ['July', 'Jul', 31],
  ['August', 'Aug', 31],
  ['September', 'Sep', 30],
  ['October', 'Oct', 31],
  ['November', 'Nov', 30],
  ['December', 'Dec', 31],
];

/**
 * The proleptic Gregorian calendar of ISO 8601: axis years are astronomical (0 = 1 BC), day 0 is 1970-01-01.
 * Seasons are wide on purpose, as nobody says on which day one begins.
 */
export const GREGORIAN: Calendar = {
  slug: 'gregorian',
  name: 'Gregorian calendar',
  eras: [
    {
      name: 'Common Era',
      abbreviations: ['AD', 'CE'],
      direction: 'forward',
      firstYear: 1,
      axisYear: 1,
      position: 'after',
      unmarked: true,
    },
    {
      name: 'Before the Common Era',
      abbreviations: ['BC', 'BCE'],
      direction: 'backward',
      firstYear: 1,
      axisYear: 0,
      position: 'after',
      unmarked: false,
    },
  ],
  months: MONTHS.map(([name, short, days]) => ({ name, short, days })),
  outsideDays: [],
  leapRules: [{ every: 4, except: 100, unless: 400, month: 2 }],
  dayZero: 1970,
  week: {
    days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    dayZero: 4,
    outsideDays: 'counted',
  },
  seasons: [
    { names: ['spring'], fromMonth: 3, toMonth: 6 },
    { names: ['summer'], fromMonth: 6, toMonth: 9 },
    { names: ['autumn', 'fall'], fromMonth: 9, toMonth: 12 },
    { names: ['winter'], fromMonth: 12, toMonth: 3 },
  ],
  formats: {
    day: '{day} {month} {year}',
    month: '{month} {year}',
    outsideDay: '{name}, {year}',
    read: [],
  },
};

/** Whether dates of this calendar are stored as EDTF; any other has its own notation. */
export function isGregorian(calendar: Calendar): boolean {
  return calendar.slug === GREGORIAN.slug;
}
