import { type Calendar, calendarSchema } from './calendar.ts';

/** Two eras that meet without a year 0, one counting down to it and one up from it; even months, weeks of six days. */
export const SUNDERED_COAST: Calendar = calendarSchema.parse({
  slug: 'sundered-coast',
  name: 'Reckoning of the Sundered Coast',
  eras: [
    { name: 'After the Sundering', abbreviations: ['AS'], direction: 'forward', firstYear: 1, axisYear: 1 },
    { name: 'Before the Sundering', abbreviations: ['BS'], direction: 'backward', firstYear: 1, axisYear: 0 },
  ],
  months: [
    { name: 'Frost', days: 36 },
    { name: 'Thaw', days: 36 },
    { name: 'Seedfall', short: 'Seed', days: 36 },
    { name: 'Rains', days: 36 },
    { name: 'Highsun', short: 'High', days: 36 },
    { name: 'Hay', days: 36 },
    { name: 'Harvest', short: 'Harv', days: 36 },
    { name: 'Gales', days: 36 },
    { name: 'Embers', short: 'Emb', days: 36 },
    { name: 'Longdark', short: 'Dark', days: 36 },
  ],
  week: { days: ['Tideday', 'Netday', 'Sailday', 'Saltday', 'Ropeday', 'Restday'] },
  seasons: [
    { names: ['spring'], fromMonth: 2, toMonth: 4 },
    { names: ['summer'], fromMonth: 5, toMonth: 6 },
    { names: ['autumn', 'fall'], fromMonth: 7, toMonth: 8 },
    { names: ['winter'], fromMonth: 9, toMonth: 1 },
  ],
});

/**
 * Thirteen even months, a day outside them at the year's end, another in leap years, and ages that follow each other.
 * The era stands before the number and its days outside the months have no week day.
 */
export const THIRTEEN_MOONS: Calendar = calendarSchema.parse({
  slug: 'thirteen-moons',
  name: 'Count of the Thirteen Moons',
  eras: [
    {
      name: 'Age of Stone',
      abbreviations: ['StA'],
      direction: 'forward',
      axisYear: 1,
      lastYear: 1440,
      position: 'before',
    },
    { name: 'Age of Lamps', abbreviations: ['LA'], direction: 'forward', axisYear: 1441, position: 'before' },
  ],
  defaultEra: 'LA',
  months: [
    'Wolf',
    'Snow',
    'Sap',
    'Hare',
    'Milk',
    'Rose',
    'Thunder',
    'Grain',
    'Fruit',
    'Hunter',
    'Frost',
    'Owl',
    'Candle',
  ].map((name) => ({ name: `${name} Moon`, short: name, days: 28 })),
  outsideDays: [
    { name: 'Lantern Night', after: 6 },
    { name: 'Midwinter Day', after: 13 },
  ],
  leapRules: [{ every: 4, except: 100, unless: 500, outsideDay: 'Lantern Night' }],
  week: {
    days: ['Firstday', 'Seconday', 'Thirday', 'Fourday', 'Fiveday', 'Sixday', 'Restday'],
    outsideDays: 'skipped',
  },
  formats: { day: '{day} {month}, {year}', outsideDay: '{name}, {year}', read: ['{year}.{monthNumber}.{day}'] },
});

/** Ready to be taken as they are or changed, by those who would rather not begin with nothing. */
export const EXAMPLE_CALENDARS: readonly Calendar[] = [SUNDERED_COAST, THIRTEEN_MOONS];
