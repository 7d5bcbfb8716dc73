import { describe, expect, it } from 'vitest';
import { GREGORIAN } from '../../../src/lore/time/gregorian.ts';
import { parseDate } from '../../../src/lore/time/parse-date.ts';
import { textOf } from './dates.ts';

describe('a date as people write it', () => {
  it.each([
    ['2375', '2375'],
    ['in 2375', '2375'],
    ['the year 2375', '2375'],
    ['as of 2372', '2372'],
    ['c. 2374', '2374~'],
    ['ca 2374', '2374~'],
    ['about 2374', '2374~'],
    ['around 2374', '2374~'],
    ['Circa 2374', '2374~'],
    ['2374 (roughly)', '2374~'],
    ['+/- 2374', '2374~'],
    ['in or around 2374', '2374~'],
    ['2374 (estimated)', '2374~'],
    ['2373 (allegedly)', '2373?'],
    ['or before 267', '[..0267]'],
    ['perhaps 2373', '2373?'],
    ['2373 ?', '2373?'],
    ['2373 (supposedly)', '2373?'],
    ['probably about 2373', '2373%'],
    ['the 2370s', '237X'],
    ["2370's", '237X'],
    ['about the 2370s', '237X~'],
    ['the 2300s', '23XX'],
    ['the early 2370s', '[2370~..2374~]'],
    ['24th century', '[2301..2400]'],
    ['late 24th century', '[2351~..2400~]'],
    ['the later 24th century', '[2351~..2400~]'],
    ['early 24th century', '[2301~..2350~]'],
    ['mid-24th century', '[2326~..2375~]'],
    ['the second half of the 24th century', '[2351..2400]'],
    ['early 2371', '[2371-01~..2371-06~]'],
    ['late May 1994', '[1994-05-16~..1994-05-31~]'],
    ['spring 2371', '2371-21'],
    ['Autumn of 2371', '2371-23'],
    ['fall 2371', '2371-23'],
    ['15 May 1994', '1994-05-15'],
    ['15th of May, 1994', '1994-05-15'],
    ['May 15, 1994', '1994-05-15'],
    ['may 15th 1994', '1994-05-15'],
    ['1994 May 15', '1994-05-15'],
    ['Sunday, 15 May 1994', '1994-05-15'],
    ['May 1994', '1994-05'],
    ['Sept. 1994', '1994-09'],
    ['1994-05-15', '1994-05-15'],
    ['1994/05/15', '1994-05-15'],
    ['15/05/1994', '1994-05-15'],
    ['04/04/1994', '1994-04-04'],
    ['05/1994', '1994-05'],
    ['2372–2375', '2372/2375'],
    ['2372-2375', '2372/2375'],
    ['2372 - 2375', '2372/2375'],
    ['2371–72', '2371/2372'],
    ['2372 to 2375', '2372/2375'],
    ['from 2372 until 2375', '2372/2375'],
    ['from about 2351 until about 2400', '2351~/2400~'],
    ['3 to 5 May 1994', '1994-05-03/1994-05-05'],
    ['May to June 1994', '1994-05/1994-06'],
    ['late 2370s to early 2380s', '[2375~..2379~]/[2380~..2384~]'],
    ['between 2371 and 2375', '[2371..2375]'],
    ['in or between 285 and 287', '[0285..0287]'],
    ['before 2367', '[..2366]'],
    ['prior to 15 May 1994', '[..1994-05-14]'],
    ['before March 2000', '[..2000-02]'],
    ['before the 2370s', '[..2369]'],
    ['before the 24th century', '[..2300]'],
    ['before about 2370', '[..2369~]'],
    ['before 1', '[..0000]'],
    ['after 2371', '[2372..]'],
    ['after the 2370s', '[2380..]'],
    ['after 31 December 1999', '[2000-01-01..]'],
    ['by 2370', '[..2370]'],
    ['2370 or before', '[..2370]'],
    ['in or before 2370', '[..2370]'],
    ['2370 or later', '[2370..]'],
    ['at least as late as 2409', '[2409..]'],
    ['since 2375', '2375/..'],
    ['from 2375', '2375/..'],
    ['2375 onwards', '2375/..'],
    ['2375–present', '2375/..'],
    ['until 2380', '/2380'],
    ['2371 or 2375', '[2371,2375]'],
    ['either 2371 or 2375', '[2371,2375]'],
    ['2371, 2373 or 2375', '[2371,2373,2375]'],
    ['15 May or 16 May 1994', '[1994-05-15,1994-05-16]'],
    ['500 BC', '-0499'],
    ['500 BCE', '-0499'],
    ['500 b.c.', '-0499'],
    ['AD 500', '0500'],
    ['10,000 BC', '-9999'],
    ['5th century BC', '[-0499..-0400]'],
    ['the 490s BC', '[-0498..-0489]'],
    ['263 or 264 BC', '[-0262,-0263]'],
    ['20 BC to 30 AD', '-0019/0030'],
  ])('%j is %s', (given, expected) => {
    expect(textOf(given)).toBe(expected);
  });

  it.each([
    '',
    'hello',
    'two thousand',
    'abcd',
    'May',
    'May 15',
    '15 May',
    '1994 1995',
    'the twenties',
    'before',
    'between 2371',
    '2371 and',
    '0 AD',
    '12 XYZ',
    '30 February 2371',
    '2371 to 2370',
    'between 2375 and 2371',
    '03/04/94',
    '25:70',
    '@everyone',
    '2371; DROP TABLE claim',
    'Infinity',
    'NaN',
    '1e5',
    '0x10',
  ])('%j is none', (given) => {
    expect(textOf(given)).toMatch(/^<[a-z-]+>$/);
  });
});

describe('why a date is refused', () => {
  const problemOf = (text: string) => {
    const read = parseDate(text, GREGORIAN);
    return read.ok ? null : read.problem;
  };

  it('names both readings of an ambiguous one', () => {
    expect(problemOf('03/04/1994')).toEqual({
      kind: 'date-ambiguous',
      text: '03/04/1994',
      readings: ['1994-04-03', '1994-03-04'],
    });
    expect(problemOf('3.4.1994')?.kind).toBe('date-ambiguous');
    expect(problemOf('before 03-04-1994')?.kind).toBe('date-ambiguous');
  });

  it('names the month, the day and the era', () => {
    expect(problemOf('2371-13')).toMatchObject({ kind: 'no-such-month', month: 13, months: 12 });
    expect(problemOf('30 February 2371')).toMatchObject({ kind: 'no-such-day', day: 30, days: 28 });
    expect(problemOf('12 XYZ')).toMatchObject({ kind: 'unknown-era', era: 'XYZ', eras: ['AD', 'BC'] });
    expect(problemOf('0 AD')).toMatchObject({ kind: 'year-outside-era', era: 'Common Era', first: 1, last: null });
    expect(problemOf('soon')).toEqual({ kind: 'date-not-understood', text: 'soon', calendar: 'Gregorian calendar' });
  });
});
