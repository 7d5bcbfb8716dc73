import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDay, dayNumber, daysInMonth, startOfYear, weekDay } from '../../../src/lore/time/axis.ts';
import { type Calendar, calendarSchema } from '../../../src/lore/time/calendar.ts';
import { EXAMPLE_CALENDARS, THIRTEEN_MOONS } from '../../../src/lore/time/examples.ts';
import { GREGORIAN } from '../../../src/lore/time/gregorian.ts';
import { RUNS } from './dates.ts';

/** Several leap rules at once, a leap day inside a month and one outside, and a default era that counts down. */
const CROOKED = calendarSchema.parse({
  slug: 'crooked',
  name: 'Crooked',
  eras: [
    { name: 'Rising', abbreviations: ['R'], direction: 'forward', firstYear: 0, axisYear: 7 },
    { name: 'Falling', abbreviations: ['F'], direction: 'backward', firstYear: 0, axisYear: 6 },
  ],
  defaultEra: 'F',
  months: [
    { name: 'One', days: 1 },
    { name: 'Two', days: 41 },
    { name: 'Three', days: 17 },
  ],
  outsideDays: [
    { name: 'First Night', after: 0 },
    { name: 'Gap', after: 2 },
    { name: 'Last Night', after: 3 },
  ],
  leapRules: [
    { every: 3, except: 21, unless: 63, month: 2 },
    { every: 5, outsideDay: 'Gap' },
    { every: 8, except: 12, month: 3 },
  ],
  dayZero: -40,
});

const CALENDARS: readonly Calendar[] = [GREGORIAN, ...EXAMPLE_CALENDARS, CROOKED];
const DAYS = 20_000 * 366;

describe('days and dates', () => {
  it.each(CALENDARS.map((calendar) => [calendar.name, calendar] as const))('go both ways in %s', (_name, calendar) => {
    fc.assert(
      fc.property(fc.integer({ min: -DAYS, max: DAYS }), (day) => {
        expect(dayNumber(calendar, civilDay(calendar, day))).toBe(day);
      }),
      RUNS,
    );
  });

  it.each(CALENDARS.map((calendar) => [calendar.name, calendar] as const))(
    'follow each other without a gap in %s',
    (_name, calendar) => {
      fc.assert(
        fc.property(fc.integer({ min: -20_000, max: 20_000 }), (year) => {
          const months = calendar.months.map((_, at) => daysInMonth(calendar, year, at + 1));
          const days = months.reduce((sum, days) => sum + days, daysInMonth(calendar, year, 0));
          expect(startOfYear(calendar, year + 1) - startOfYear(calendar, year)).toBe(days);
          expect(civilDay(calendar, startOfYear(calendar, year)).year).toBe(year);
          expect(civilDay(calendar, startOfYear(calendar, year) - 1).year).toBe(year - 1);
        }),
        RUNS,
      );
    },
  );

  it('agree with the platform for the Gregorian calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -DAYS, max: DAYS }), (day) => {
        const there = new Date(day * 86_400_000);
        const expected = { year: there.getUTCFullYear(), month: there.getUTCMonth() + 1, day: there.getUTCDate() };
        expect(civilDay(GREGORIAN, day)).toEqual(expected);
        expect(weekDay(GREGORIAN, day)).toBe(there.getUTCDay());
      }),
      RUNS,
    );
  });

  it("agree with Hinnant's days_from_civil far beyond the platform", () => {
    const daysFromCivil = (year: number, month: number, day: number): number => {
      const y = month <= 2 ? year - 1 : year;
      const era = Math.floor(y / 400);
      const yearOfEra = y - era * 400;
      const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
      const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
      return era * 146_097 + dayOfEra - 719_468;
    };
    const years = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (year, month, day) => {
        expect(dayNumber(GREGORIAN, { year, month, day })).toBe(daysFromCivil(year, month, day));
        expect(civilDay(GREGORIAN, daysFromCivil(year, month, day))).toEqual({ year, month, day });
      }),
      RUNS,
    );
  });

  it.each([
    [2000, 2, 29, true],
    [1900, 2, 29, false],
    [2371, 2, 29, false],
    [0, 2, 29, true],
    [-4, 2, 29, true],
    [-100, 2, 29, false],
    [2371, 4, 31, false],
    [2371, 13, 1, false],
    [2371, 0, 1, false],
    [2371, 1, 0, false],
  ])('%i-%i-%i is a day: %s', (year, month, day, isThere) => {
    expect(dayNumber(GREGORIAN, { year, month, day }) !== null).toBe(isThere);
  });
});

describe('days outside the months', () => {
  it('stand where they were placed, the leap one in leap years of the default era only', () => {
    const leap = THIRTEEN_MOONS.eras[1]?.axisYear ?? 0;
    // The 4th year of the default era.
    const year = leap + 3;
    expect(daysInMonth(THIRTEEN_MOONS, year, 0)).toBe(2);
    expect(daysInMonth(THIRTEEN_MOONS, year + 1, 0)).toBe(1);
    const lantern = dayNumber(THIRTEEN_MOONS, { year, month: 0, day: 1 });
    expect(lantern).toBe(startOfYear(THIRTEEN_MOONS, year) + 6 * 28);
    expect(dayNumber(THIRTEEN_MOONS, { year: year + 1, month: 0, day: 1 })).toBeNull();
    expect(dayNumber(THIRTEEN_MOONS, { year, month: 0, day: 2 })).toBe(startOfYear(THIRTEEN_MOONS, year + 1) - 1);
  });

  it('have no week day where the calendar skips them, and the week goes on after them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -DAYS, max: DAYS }), (day) => {
        const { month, day: number } = civilDay(THIRTEEN_MOONS, day);
        // Twenty-eight days are four weeks, so that every month begins on the same week day.
        expect(weekDay(THIRTEEN_MOONS, day)).toBe(month === 0 ? null : (number - 1) % 7);
      }),
      RUNS,
    );
  });
});
