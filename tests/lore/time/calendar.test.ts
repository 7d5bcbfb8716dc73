import { describe, expect, it } from 'vitest';
import { type Calendar, calendarSchema } from '../../../src/lore/time/calendar.ts';
import { EXAMPLE_CALENDARS } from '../../../src/lore/time/examples.ts';
import { GREGORIAN } from '../../../src/lore/time/gregorian.ts';

const PLAIN = {
  slug: 'plain',
  name: 'Plain',
  eras: [{ name: 'Only Era', abbreviations: ['OE'], direction: 'forward', axisYear: 1 }],
  months: [
    { name: 'First', days: 30 },
    { name: 'Second', days: 30 },
  ],
};

/** Where the faults of a calendar lie, and what is said of them. */
function faultsOf(changes: Readonly<Record<string, unknown>>): readonly string[] {
  const read = calendarSchema.safeParse({ ...PLAIN, ...changes });
  return read.success ? [] : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

describe('a calendar as data', () => {
  it('is taken when nothing is wrong with it, with what was left out filled in', () => {
    const calendar: Calendar = calendarSchema.parse(PLAIN);
    expect(calendar.formats.day).toBe('{day} {month} {year}');
    expect(calendar.eras[0]).toMatchObject({ firstYear: 1, position: 'after', unmarked: false });
  });

  it('survives being stored as JSON', () => {
    for (const calendar of [GREGORIAN, ...EXAMPLE_CALENDARS]) {
      expect(calendarSchema.parse(JSON.parse(JSON.stringify(calendar)))).toEqual(calendar);
    }
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['no months', { months: [] }, 'months: a calendar needs at least one month'],
    ['a month of no days', { months: [{ name: 'Void', days: 0 }] }, 'months.0.days'],
    ['half a day', { months: [{ name: 'Half', days: 2.5 }] }, 'months.0.days'],
    [
      'a name twice',
      {
        months: [
          { name: 'Twin', days: 3 },
          { name: 'twin', days: 3 },
        ],
      },
      'months.1.name: the name "twin" is given twice',
    ],
    [
      'a day outside named as a month',
      { outsideDays: [{ name: 'First', after: 1 }] },
      'outsideDays.0.name: the name "First" is given twice',
    ],
    [
      'an era twice',
      { eras: [...PLAIN.eras, { ...PLAIN.eras[0], axisYear: -90, lastYear: 3 }] },
      'eras.1: the name "Only Era" is given twice',
    ],
    ['no era', { eras: [] }, 'eras'],
    ['an unknown default era', { defaultEra: 'XX' }, 'defaultEra: no era is called "XX"'],
    ['a direction that is none', { eras: [{ ...PLAIN.eras[0], direction: 'sideways' }] }, 'eras.0.direction'],
    [
      'eras that overlap',
      { eras: [...PLAIN.eras, { name: 'Next', abbreviations: ['NE'], direction: 'forward', axisYear: 100 }] },
      'eras.0: the eras "Only Era" and "Next" overlap; give the earlier one its lastYear',
    ],
    [
      'an era without years',
      { eras: [{ ...PLAIN.eras[0], lastYear: 0 }] },
      'eras.0: the era "Only Era" ends before its first year',
    ],
    [
      'two eras without a mark',
      {
        eras: [
          { ...PLAIN.eras[0], unmarked: true },
          { name: 'Down', direction: 'backward', axisYear: 0, unmarked: true },
        ],
      },
      'eras: only one era may be written without its abbreviation',
    ],
    [
      'a day after a month that is not there',
      { outsideDays: [{ name: 'Lost', after: 3 }] },
      'outsideDays.0.after: there is no month 3 of 2',
    ],
    [
      'a leap day nowhere',
      { leapRules: [{ every: 4 }] },
      'leapRules.0: a leap rule names either a month or a day outside months',
    ],
    [
      'a leap day in a month that is not there',
      { leapRules: [{ every: 4, month: 5 }] },
      'leapRules.0.month: there is no month 5 of 2',
    ],
    [
      'an unknown leap day',
      { leapRules: [{ every: 4, outsideDay: 'Nowhen' }] },
      'leapRules.0: no day outside the months is called "Nowhen"',
    ],
    ['a leap rule of every 0 years', { leapRules: [{ every: 0, month: 1 }] }, 'leapRules.0.every'],
    [
      'a week day that is not there',
      { week: { days: ['A', 'B'], dayZero: 2 } },
      'week.dayZero: the week has 2 days, counted from 0',
    ],
    [
      'a season without its month',
      { seasons: [{ names: ['wet'], fromMonth: 1, toMonth: 9 }] },
      'seasons.0.toMonth: there is no month 9 of 2',
    ],
    [
      'a format that loses the year',
      { formats: { day: '{day} {month}' } },
      'formats.day: a date written as "{day} {month}" could not be read again without {year}',
    ],
    ['a name that would not be read again', { months: [{ name: 'A/B', days: 3 }] }, 'months.0.name'],
    ['a name with dots', { months: [{ name: 'A..B', days: 3 }] }, 'months.0.name'],
    ["the slug of the reader's own calendar", { slug: 'gregorian' }, 'slug: the calendar of the reader'],
  ])('is refused for %s', (_case, changes, expected) => {
    expect(faultsOf(changes).join('\n')).toContain(expected);
  });

  it('names every fault at once', () => {
    const faults = faultsOf({ defaultEra: 'XX', leapRules: [{ every: 4 }], outsideDays: [{ name: 'Lost', after: 3 }] });
    expect(faults).toHaveLength(3);
  });
});
