import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateKind } from '../../../src/lore/time/bounds.ts';
import { windowOf } from '../../../src/lore/time/date-bounds.ts';
import { formatDate } from '../../../src/lore/time/format-date.ts';
import { GREGORIAN } from '../../../src/lore/time/gregorian.ts';
import { unparsedDate } from '../../../src/lore/time/lore-date.ts';
import { DATES_EN } from '../../../src/messages/dates-en.ts';
import { dateOf, RUNS } from './dates.ts';

const said = (text: string, kind: DateKind = 'point') => formatDate(dateOf(text), GREGORIAN, kind, DATES_EN);

describe('a date as people say it', () => {
  it.each<[string, DateKind, string]>([
    ['2375', 'point', '2375'],
    ['0905', 'point', '905'],
    ['2375', 'state', '2375'],
    ['2372', 'asof', 'as of 2372'],
    ['2372~', 'asof', 'as of about 2372'],
    ['2374~', 'point', 'about 2374'],
    ['2373?', 'point', 'perhaps 2373'],
    ['2373%', 'point', 'perhaps about 2373'],
    ['237X', 'point', 'the 2370s'],
    ['237X~', 'point', 'about the 2370s'],
    ['23XX', 'point', 'the 2300s'],
    ['230X', 'point', '2300 to 2309'],
    ['2XXX', 'point', '2000 to 2999'],
    ['[2301..2400]', 'point', 'the 24th century'],
    ['2301/2400', 'state', 'the 24th century'],
    ['[2351~..2400~]', 'state', 'the late 24th century'],
    ['[0001..0100]', 'point', 'the 1st century'],
    ['[2001..2100]', 'point', 'the 21st century'],
    ['1994-05-15', 'point', '15 May 1994'],
    ['1994-05', 'point', 'May 1994'],
    ['2371-21', 'point', 'spring 2371'],
    ['2001-34', 'point', 'April to June 2001'],
    ['2372/2375', 'state', '2372 until 2375'],
    ['2372/2375', 'asof', 'as of 2372, until 2375'],
    ['2351~/2400~', 'state', 'about 2351 until about 2400'],
    ['2375/..', 'state', 'from 2375'],
    ['2375/', 'state', 'from 2375, end unknown'],
    ['2375/..', 'asof', 'as of 2375'],
    ['/2366', 'state', 'until 2366'],
    ['../2366', 'state', 'until 2366'],
    ['2350/[2409..]', 'state', '2350 until 2409 or later'],
    ['[..2366]', 'point', 'before 2367'],
    ['[..2366]', 'asof', 'before 2367'],
    ['[..2366~]', 'point', 'about 2366 or earlier'],
    ['[..237X]', 'point', 'before 2380'],
    ['[..1994-05-14]', 'point', 'before 15 May 1994'],
    ['[2372..]', 'point', 'after 2371'],
    ['[2371,2375]', 'point', '2371 or 2375'],
    ['[2371,2375]', 'asof', 'as of 2371 or 2375'],
    ['[2371,2373,2375]', 'point', '2371, 2373 or 2375'],
    ['[2371..2375]', 'point', 'between 2371 and 2375'],
    ['[2370..2372,2375]', 'point', '2370 to 2372 or 2375'],
    ['{2371,2375}', 'point', '2371 and 2375'],
    ['{2371..2375}', 'point', '2371 to 2375'],
    ['-0499', 'point', '500 BC'],
    ['0000', 'point', '1 BC'],
    ['-0019/0030', 'state', '20 BC until 30 AD'],
    ['-237X', 'point', '2380 to 2371 BC'],
    ['Y12000', 'point', '12000'],
    ['2004-06-XX', 'point', 'June 2004'],
    ['2004-XX', 'point', '2004'],
    ['156X-12-25', 'point', 'between 25 December 1560 and 25 December 1569'],
    ['2004-06-~11', 'point', 'about 11 June 2004'],
    ['../..', 'state', 'at all times'],
    ['/', 'state', 'at an unknown time'],
  ])('%s as %s is %j', (text, kind, expected) => {
    expect(said(text, kind)).toBe(expected);
  });

  it('is as it was given where it did not parse', () => {
    expect(formatDate(unparsedDate('when the stars fell'), GREGORIAN, 'point', DATES_EN)).toBe('when the stars fell');
  });

  it('is never EDTF, and reads back as the same date', () => {
    const year = fc.integer({ min: 1000, max: 9999 }).map(String);
    const month = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, '0'));
    const moment = fc.oneof(
      year,
      fc.tuple(year, month).map((parts) => parts.join('-')),
      fc.tuple(year, month, month).map((parts) => parts.join('-')),
      fc
        .integer({ min: 101, max: 999 })
        .filter((n) => n % 10 !== 0)
        .map((n) => `${n}X`),
    );
    const marked = fc.tuple(moment, fc.constantFrom('', '?', '~', '%')).map((parts) => parts.join(''));
    const date = fc.oneof(
      marked,
      moment.map((text) => `${text}/..`),
      moment.map((text) => `/${text}`),
      moment.map((text) => `[..${text}]`),
      moment.map((text) => `[${text}..]`),
      fc.uniqueArray(moment, { minLength: 2, maxLength: 3 }).map((texts) => `[${texts.join(',')}]`),
    );
    fc.assert(
      fc.property(date, (text) => {
        const phrase = said(text, 'state');
        expect(phrase).not.toMatch(/[[\]{}~?%/]|\.\.|\dX/);
        // Only the days are the same: "before 2380" is [..2379], which may have been the end of the 2370s.
        expect(windowOf(dateOf(phrase))).toEqual(windowOf(dateOf(text)));
      }),
      RUNS,
    );
  });
});
