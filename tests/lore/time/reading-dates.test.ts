import { describe, expect, it } from 'vitest';
import { THIRTEEN_MOONS } from '../../../src/lore/time/examples.ts';
import { GREGORIAN } from '../../../src/lore/time/gregorian.ts';
import { unparsedDate } from '../../../src/lore/time/lore-date.ts';
import { joinDates } from '../../../src/lore/time/parse-date.ts';
import { compareDates, isDayPrecise, monthDayOf, yearOf, yearWindow } from '../../../src/lore/time/reading-dates.ts';
import { dateOf, iso } from './dates.ts';

describe('a date exact to the day', () => {
  it.each([
    ['1994-05-15', true],
    ['15 May 1994', true],
    ['-0043-03-15', true],
    ['1994-05', false],
    ['1994', false],
    ['1994-05-15~', false],
    ['1994-05-15?', false],
    ['2004-06-~11', false],
    ['1994-05-XX', false],
    ['XXXX-05-15', false],
    ['1994-05-15/1994-05-16', false],
    ['1994-05-15/..', false],
    ['[1994-05-15,1994-05-16]', false],
    ['[..1994-05-15]', false],
    ['soon', false],
  ])('%s: %s', (text, expected) => {
    expect(isDayPrecise(dateOf(text))).toBe(expected);
    expect(monthDayOf(dateOf(text), GREGORIAN) !== null).toBe(expected);
  });

  it('has a month and day, outside the months too', () => {
    expect(monthDayOf(dateOf('1996-02-29'), GREGORIAN)).toEqual({ month: 2, day: 29 });
    expect(monthDayOf(dateOf('Midwinter Day 7', THIRTEEN_MOONS), THIRTEEN_MOONS)).toEqual({ month: 0, day: 2 });
  });
});

describe('the year of a date', () => {
  it.each([
    ['1994-05-15', 1994],
    ['2371~', 2371],
    ['237X', 2370],
    ['2372/2375', 2372],
    ['/0837', 837],
    ['500 BC', -499],
    ['../..', null],
    ['soon', null],
  ])('of %s is %s', (text, expected) => {
    expect(yearOf(dateOf(text))).toBe(expected);
  });
});

describe('the order of a timeline', () => {
  it('goes by start, then end; a date that says nothing comes last', () => {
    const shuffled = [
      '2375',
      '/2372',
      '2371',
      '../..',
      '2371-01-01',
      '500 BC',
      '2371/..',
      '237X',
      '[..2366]',
      '2371/2372',
    ];
    const sorted = [...shuffled].map((text) => dateOf(text)).sort(compareDates);
    expect(sorted.map(({ text }) => text)).toEqual([
      '-0499',
      '[..2366]',
      '237X',
      '2371-01-01',
      '2371',
      '2371/2372',
      '2371/..',
      '/2372',
      '2375',
      '../..',
    ]);
  });

  it('takes undated and unreadable ones', () => {
    expect(compareDates(null, dateOf('2371'))).toBeGreaterThan(0);
    expect(compareDates(dateOf('2371'), unparsedDate('soon'))).toBeLessThan(0);
    expect(compareDates(null, null)).toBe(0);
  });
});

describe('a year as a person types it', () => {
  it.each<[string, string | null, string | null]>([
    ['2372', '2372-01-01', '2372-12-31'],
    ['905', '0905-01-01', '0905-12-31'],
    ['about 2370', '2368-01-01', '2372-12-31'],
    ['2370s', '2370-01-01', '2379-12-31'],
    ['3 March 2371', '2371-03-03', '2371-03-03'],
    ['before 2367', null, '2366-12-31'],
    ['since 2375', '2375-01-01', null],
    ['2372-2375', '2372-01-01', '2375-12-31'],
    ['24th century', '2301-01-01', '2400-12-31'],
    ['2350/[2409..]', '2350-01-01', null],
  ])('%s is %s to %s', (text, min, max) => {
    const read = yearWindow(text, GREGORIAN);
    expect(read.ok && [iso(read.value.min), iso(read.value.max)]).toEqual([min, max]);
  });

  it.each([
    ['twenty', 'date-not-understood'],
    ['', 'date-missing'],
    ['/', 'date-without-bounds'],
    ['9'.repeat(6000), 'date-too-long'],
  ])('%s is refused', (text, kind) => {
    const read = yearWindow(text, GREGORIAN);
    expect(read.ok ? null : read.problem.kind).toBe(kind);
  });
});

describe('the columns date and end', () => {
  it.each<[string | null, string | null, string | null]>([
    [null, null, null],
    ['', ' ', null],
    ['2372', null, '2372'],
    ['2372', '2375', '2372/2375'],
    ['2372', '2372', '2372'],
    ['2372', '..', '2372/..'],
    ['..', '2375', '../2375'],
    [null, '2375', '/2375'],
    ['', '0837', '/0837'],
    ['2350', '[2409..]', '2350/[2409..]'],
    ['[..2366]', '2375', '[..2366]/2375'],
    ['since 2372', '2375', '2372/2375'],
    ['2372', 'until 2375', '2372/2375'],
    ['about 2351', 'c. 2400', '2351~/2400~'],
    ['2372/2375', null, '2372/2375'],
  ])('%s and %s are %s', (date, end, expected) => {
    const joined = joinDates(date, end, GREGORIAN);
    expect(joined.ok ? (joined.value?.text ?? null) : joined.problem).toBe(expected);
  });

  it.each([
    ['2372/2375', '2376', 'end-given-twice'],
    ['2372', '2375/2376', 'end-given-twice'],
    ['2375', '2370', 'date-backwards'],
    ['soon', '2370', 'date-not-understood'],
    ['2370', 'later', 'date-not-understood'],
  ])('%s and %s are refused: %s', (date, end, kind) => {
    const joined = joinDates(date, end, GREGORIAN);
    expect(joined.ok ? null : joined.problem.kind).toBe(kind);
  });
});
