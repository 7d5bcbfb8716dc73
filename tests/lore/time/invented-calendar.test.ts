import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDay, startOfYear } from '../../../src/lore/time/axis.ts';
import { calendarSchema } from '../../../src/lore/time/calendar.ts';
import { boundsOf } from '../../../src/lore/time/date-bounds.ts';
import { defaultEra, numberIn } from '../../../src/lore/time/eras.ts';
import { SUNDERED_COAST, THIRTEEN_MOONS } from '../../../src/lore/time/examples.ts';
import { formatDate } from '../../../src/lore/time/format-date.ts';
import { joinDates, parseDate } from '../../../src/lore/time/parse-date.ts';
import { compareDates } from '../../../src/lore/time/reading-dates.ts';
import { DATES_EN } from '../../../src/messages/dates-en.ts';
import { dateOf, RUNS, textOf } from './dates.ts';

describe('a calendar with two eras that meet', () => {
  it.each([
    ['12 Thaw 302 AS', '12 Thaw 302 AS', '12 Thaw 302 AS'],
    ['Thaw 12, 302 AS', '12 Thaw 302 AS', '12 Thaw 302 AS'],
    ['12 of Thaw, 302 after the sundering', '12 Thaw 302 AS', '12 Thaw 302 AS'],
    ['302-02-12', '12 Thaw 302 AS', '12 Thaw 302 AS'],
    ['Restday, 12 Thaw 302 AS', '12 Thaw 302 AS', '12 Thaw 302 AS'],
    ['High 302', 'Highsun 302 AS', 'Highsun 302 AS'],
    ['302', '302 AS', '302 AS'],
    ['302 AS', '302 AS', '302 AS'],
    ['A.S. 302', '302 AS', '302 AS'],
    ['302AS', '302 AS', '302 AS'],
    ['35 BS', '35 BS', '35 BS'],
    ['circa 12 AS', '12 AS~', 'about 12 AS'],
    ['In 284 AS (roughly)', '284 AS~', 'about 284 AS'],
    ['302 AS?', '302 AS?', 'perhaps 302 AS'],
    ['In 263 AS or 264 AS', '[263 AS,264 AS]', '263 AS or 264 AS'],
    ['In 263 or 264 AS', '[263 AS,264 AS]', '263 AS or 264 AS'],
    ['In 284 AS, 285 AS or 286 AS', '[284 AS,285 AS,286 AS]', '284 AS, 285 AS or 286 AS'],
    ['In or between 285 AS and 287 AS', '[285 AS..287 AS]', 'between 285 AS and 287 AS'],
    ['between 35 and 32 BS', '[35 BS..32 BS]', 'between 35 BS and 32 BS'],
    ['In 290 AS or before', '[..290 AS]', 'before 291 AS'],
    ['302 AS/305 AS', '302 AS/305 AS', '302 AS until 305 AS'],
    ['12 BS to 5 AS', '12 BS/5 AS', '12 BS until 5 AS'],
    ['12–5 BS', '12 BS/5 BS', '12 BS until 5 BS'],
    ['302 AS/..', '302 AS/..', 'from 302 AS'],
    ['/305 AS', '/305 AS', 'until 305 AS'],
    ['before 12 BS', '[..13 BS]', 'before 12 BS'],
    ['before 1 AS', '[..1 BS]', 'before 1 AS'],
    ['after 1 BS', '[1 AS..]', 'after 1 BS'],
    ['the 290s AS', '29X AS', 'the 290s AS'],
    ['the 30s BS', '3X BS', 'the 30s BS'],
    ['3rd century AS', '[201 AS..300 AS]', 'the 3rd century AS'],
    ['late 3rd century AS', '[251 AS~..300 AS~]', 'the late 3rd century AS'],
    ['spring 302 AS', 'spring 302 AS', 'spring 302 AS'],
    ['early Thaw 302 AS', '[1 Thaw 302 AS~..18 Thaw 302 AS~]', 'early Thaw 302 AS'],
  ])('reads %j as %s and says %s', (given, text, said) => {
    const date = dateOf(given, SUNDERED_COAST);
    expect(date.text).toBe(text);
    expect(formatDate(date, SUNDERED_COAST, 'point', DATES_EN)).toBe(said);
    expect(dateOf(text, SUNDERED_COAST)).toEqual(date);
  });

  it.each([
    ['37 Thaw 302 AS', 'no-such-day'],
    ['302-11-01', 'no-such-month'],
    ['12 XY', 'unknown-era'],
    ['12 BC', 'unknown-era'],
    ['0 AS', 'year-outside-era'],
    ['03/04/302', 'date-ambiguous'],
    ['12 May 302 AS', 'date-not-understood'],
    ['5 AS to 12 BS', 'date-backwards'],
  ])('refuses %j: %s', (given, kind) => {
    expect(textOf(given, SUNDERED_COAST)).toBe(`<${kind}>`);
  });

  it('has 1 BS right before 1 AS, on one axis', () => {
    const before = dateOf('1 BS', SUNDERED_COAST);
    const after = dateOf('1 AS', SUNDERED_COAST);
    expect((before.end?.max ?? 0) + 1).toBe(after.start?.min);
    const shuffled = ['302 AS', '12 BS', '1 AS', '35 BS', '5 Thaw 1 AS'].map((text) => dateOf(text, SUNDERED_COAST));
    const sorted = [...shuffled].sort(compareDates).map(({ text }) => text);
    expect(sorted).toEqual(['35 BS', '12 BS', '1 AS', '5 Thaw 1 AS', '302 AS']);
  });

  it('bounds two possible years as a date that is one of them', () => {
    const date = dateOf('In 263 AS or 264 AS', SUNDERED_COAST);
    const bounds = boundsOf(date, 'point');
    expect(bounds).toEqual({ sLo: 94_680, sHi: 95_399, eLo: 94_680, eHi: 95_399 });
    expect(date.members).toHaveLength(2);
  });

  it('joins a date and an end in its own notation', () => {
    const joined = joinDates('12 Thaw 302 AS', '305 AS', SUNDERED_COAST);
    expect(joined.ok && joined.value?.text).toBe('12 Thaw 302 AS/305 AS');
  });
});

describe('a calendar with days outside its months', () => {
  it.each([
    ['Midwinter day, 1023', 'Midwinter Day LA 1023', 'Midwinter Day, LA 1023'],
    ['the Midwinter Day of 1023', 'Midwinter Day LA 1023', 'Midwinter Day, LA 1023'],
    ['Lantern Night, LA 1024', 'Lantern Night LA 1024', 'Lantern Night, LA 1024'],
    ['1023-04-07', '7 Hare Moon LA 1023', '7 Hare Moon, LA 1023'],
    ['1023.4.7', '7 Hare Moon LA 1023', '7 Hare Moon, LA 1023'],
    ['12 Wolf 302', '12 Wolf Moon LA 302', '12 Wolf Moon, LA 302'],
    ['LA 302 Wolf 12', '12 Wolf Moon LA 302', '12 Wolf Moon, LA 302'],
    ['1440 of the Age of Stone', 'StA 1440', 'StA 1440'],
    ['StA 1440/LA 2', 'StA 1440/LA 2', 'StA 1440 until LA 2'],
    ['before Midwinter Day, 1023', '[..28 Candle Moon LA 1023]', 'before Midwinter Day, LA 1023'],
    ['after Midwinter Day, 1023', '[1 Wolf Moon LA 1024..]', 'after Midwinter Day, LA 1023'],
    ['about Midwinter Day 1023', 'Midwinter Day LA 1023~', 'about Midwinter Day, LA 1023'],
    ['the 300s', 'LA 3XX', 'the LA 300s'],
    ['in the Age of Stone', '[StA 1..StA 1440]', 'the Age of Stone'],
    ['Age of Lamps', '[LA 1..]', 'after StA 1440'],
  ])('reads %j as %s and says %s', (given, text, said) => {
    const date = dateOf(given, THIRTEEN_MOONS);
    expect(date.text).toBe(text);
    expect(formatDate(date, THIRTEEN_MOONS, 'point', DATES_EN)).toBe(said);
    expect(dateOf(text, THIRTEEN_MOONS)).toEqual(date);
  });

  it.each([
    ['Lantern Night, 1023', 'no-such-leap-day'],
    ['StA 1441', 'year-outside-era'],
    ['1023-14-01', 'no-such-month'],
    ['29 Wolf 1023', 'no-such-day'],
  ])('refuses %j: %s', (given, kind) => {
    expect(textOf(given, THIRTEEN_MOONS)).toBe(`<${kind}>`);
  });
});

describe('any day of an invented calendar', () => {
  it.each([SUNDERED_COAST, THIRTEEN_MOONS].map((calendar) => [calendar.name, calendar] as const))(
    'is read from what is said of it in %s',
    (_name, calendar) => {
      const era = defaultEra(calendar);
      fc.assert(
        fc.property(fc.integer({ min: startOfYear(calendar, era.axisYear), max: 5000 * 366 }), (day) => {
          const { year, month, day: number } = civilDay(calendar, day);
          fc.pre(month > 0);
          const written = dateOf(`${numberIn(era, year)}-${String(month).padStart(2, '0')}-${number}`, calendar);
          fc.pre(written.shape === 'instant' && year > era.axisYear + 100);
          expect(written.start).toEqual({ min: day, max: day });
          const said = formatDate(written, calendar, 'point', DATES_EN);
          expect(dateOf(said, calendar)).toEqual(written);
        }),
        { ...RUNS, numRuns: 100 },
      );
    },
  );

  it('never throws while reading', () => {
    const words = fc.constantFrom(
      '302',
      'AS',
      'BS',
      'Thaw',
      '..',
      '/',
      '[',
      ']',
      '~',
      'or',
      'to',
      'century',
      '-',
      ',',
      'X',
    );
    fc.assert(
      fc.property(
        fc.array(words).map((list) => list.join(' ')),
        (text) => {
          const read = parseDate(text, SUNDERED_COAST);
          if (read.ok) expect(parseDate(read.value.text, SUNDERED_COAST)).toEqual(read);
        },
      ),
      RUNS,
    );
  });
});

describe('eras that share their year 0', () => {
  const calendar = calendarSchema.parse({
    slug: 'shared-zero',
    name: 'Shared zero',
    eras: [
      { name: 'Before the Battle', abbreviations: ['BB'], direction: 'backward', firstYear: 0, axisYear: 0 },
      { name: 'After the Battle', abbreviations: ['AB'], direction: 'forward', firstYear: 0, axisYear: 0 },
    ],
    defaultEra: 'AB',
    months: [{ name: 'Only', days: 360 }],
  });

  it('reads both, and writes the one that counts up', () => {
    expect(textOf('0 BB', calendar)).toBe('0 AB');
    expect(textOf('0 AB', calendar)).toBe('0 AB');
    expect(textOf('1 BB/1 AB', calendar)).toBe('1 BB/1 AB');
    expect((dateOf('1 BB', calendar).end?.max ?? 0) + 361).toBe(dateOf('1 AB', calendar).start?.min);
  });
});
