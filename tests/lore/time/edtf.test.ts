import { Date as EdtfDate, type EdtfNode, parse } from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, windowOf } from '../../../src/lore/time/date-bounds.ts';
import { GREGORIAN } from '../../../src/lore/time/gregorian.ts';
import { parseDate } from '../../../src/lore/time/parse-date.ts';
import { dateOf, iso, isoBounds, NO_TOLERANCE, RUNS, textOf } from './dates.ts';

const span = (text: string): readonly (string | null)[] => {
  const { min, max } = windowOf(dateOf(text));
  return [iso(min), iso(max)];
};

describe('the traps of EDTF in the package', () => {
  it('1: ~ widens by its own tolerances, ? does not', () => {
    expect(span('2371~')).toEqual(['2369-01-01', '2373-12-31']);
    expect(span('2371?')).toEqual(['2371-01-01', '2371-12-31']);
    expect(span('2371%')).toEqual(['2369-01-01', '2373-12-31']);
    expect(span('237X~')).toEqual(['2365-01-01', '2384-12-31']);
    expect(span('23XX~')).toEqual(['2275-01-01', '2424-12-31']);
    expect(span('2371-01~')).toEqual(['2370-12-01', '2371-02-28']);
    expect(span('2371-05-02~')).toEqual(['2371-04-29', '2371-05-05']);
    expect(dateOf('2371?')).toMatchObject({ uncertain: true, approximate: false });
    expect(dateOf('2371%')).toMatchObject({ uncertain: true, approximate: true });
  });

  it('1: ~ widens by tolerances that are given', () => {
    const wide = parseDate('2371~', GREGORIAN, { ...NO_TOLERANCE, years: 10 });
    expect(wide.ok && iso(windowOf(wide.value).min)).toBe('2361-01-01');
  });

  it('2: unknown and open ends are free, not 1970', () => {
    expect(isoBounds(boundsOf(dateOf('/1960'), 'state'))).toEqual([null, null, '1960-01-01', '1960-12-31']);
    expect(isoBounds(boundsOf(dateOf('2372/'), 'state'))).toEqual(['2372-01-01', '2372-12-31', null, null]);
    expect(dateOf('2372/')).toMatchObject({ startOpen: 'known', endOpen: 'unknown', end: null });
    expect(dateOf('2372/..')).toMatchObject({ startOpen: 'known', endOpen: 'open', end: null });
    expect(dateOf('../0837')).toMatchObject({ startOpen: 'open', endOpen: 'known', start: null });
  });

  it('3: a range in a set or list keeps its end', () => {
    expect(span('[2371..2375]')).toEqual(['2371-01-01', '2375-12-31']);
    expect(span('[1667,1668,1670..1672]')).toEqual(['1667-01-01', '1672-12-31']);
    expect(span('{2371..2375}')).toEqual(['2371-01-01', '2375-12-31']);
    expect(dateOf('[2370..2372,2375]').members.map(({ min, max }) => [iso(min), iso(max)])).toEqual([
      ['2370-01-01', '2372-12-31'],
      ['2375-01-01', '2375-12-31'],
    ]);
  });

  it('4: S/S is S, and a start within its end stands', () => {
    expect(dateOf('2372/2372')).toEqual(dateOf('2372'));
    expect(dateOf('2370-01/2370')).toMatchObject({ shape: 'interval', text: '2370-01/2370' });
    expect(textOf('2375/2370')).toBe('<date-backwards>');
    expect(textOf('[2375..2370]')).toBe('<date-backwards>');
  });

  it('5: an end may be a set, which EDTF cannot say', () => {
    expect(dateOf('2350/[2409..]')).toMatchObject({ text: '2350/[2409..]', shape: 'interval', endOpen: 'or-later' });
  });

  it('7: 237X is a decade and 237 the year; year 0 and negative years exist; days are whole numbers', () => {
    expect(span('237X')).toEqual(['2370-01-01', '2379-12-31']);
    expect(span('237')).toEqual(['0237-01-01', '0237-12-31']);
    expect(span('0000')).toEqual(['0000-01-01', '0000-12-31']);
    expect(span('-0500')).toEqual(['-000500-01-01', '-000500-12-31']);
    expect(span('-237X')).toEqual(['-002379-01-01', '-002370-12-31']);
    expect(Number.isInteger(dateOf('Y-170000002').start?.min)).toBe(true);
  });

  it('17: 23XX is 2300 to 2399, the 24th century 2301 to 2400', () => {
    expect(span('23XX')).toEqual(['2300-01-01', '2399-12-31']);
    expect(span('24th century')).toEqual(['2301-01-01', '2400-12-31']);
    expect(span('2301/2400')).toEqual(['2301-01-01', '2400-12-31']);
  });
});

describe('canonical text', () => {
  it.each([
    ['2375', '2375'],
    ['905', '0905'],
    ['12000', 'Y12000'],
    ['Y12000', 'Y12000'],
    ['Y-12000', 'Y-12000'],
    ['Y17E8', 'Y1700000000'],
    ['1950S2', '19XX'],
    ['Y171010000S3', '[Y171000000..Y171999999]'],
    ['-0001', '-0001'],
    ['/0837', '/0837'],
    ['3162/..', '3162/..'],
    ['[..0900]', '[..0900]'],
    ['{..1984}', '{..1984}'],
    ['2351~/2400~', '2351~/2400~'],
    ['2371-21', '2371-21'],
    ['2001-34', '2001-34'],
    ['2001-21/2003', '2001-21/2003'],
    ['2004-06-~11', '2004-06-~11'],
    ['?2004-06-11', '2004?-06-11'],
    ['156X-12-25', '156X-12-25'],
    ['2004-06-XX', '2004-06-XX'],
    ['2004-01-01T10:10:10Z', '2004-01-01'],
    ['  2371 – 2375 ', '2371/2375'],
    ['−0500', '-0500'],
    ['2371-13', '<no-such-month>'],
    ['2371-02-30', '<no-such-day>'],
    ['2371-45', '<date-not-understood>'],
    ['99999999999999', '<year-too-far>'],
    ['', '<date-missing>'],
    ['[]', '<date-not-understood>'],
    ['[..]', '<date-not-understood>'],
    ['..', '<date-not-understood>'],
    ['2371/2372/2373', '<date-not-understood>'],
    ['x'.repeat(301), '<date-too-long>'],
  ])('of %j is %s', (given, expected) => {
    expect(textOf(given)).toBe(expected);
  });

  it.each([
    ['2004-XX', '2004-01-01', '2004-12-31'],
    ['2004-06-XX', '2004-06-01', '2004-06-30'],
    ['156X-12-25', '1560-12-25', '1569-12-25'],
    ['2004-06-~11', '2004-06-08', '2004-06-14'],
    ['1950S2', '1900-01-01', '1999-12-31'],
    ['2001-34', '2001-04-01', '2001-06-30'],
  ])('%s covers %s to %s', (text, from, to) => {
    expect(span(text)).toEqual([from, to]);
  });
});

const two = (number: number) => String(number).padStart(2, '0');
const year = fc
  .integer({ min: -9999, max: 9999 })
  .map((n) => (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(4, '0'));
const month = fc.integer({ min: 1, max: 12 }).map(two);
const monthDay = fc
  .tuple(month, fc.integer({ min: 1, max: 31 }).map(two))
  .filter(([m, d]) => Number(d) <= 28 || (m !== '02' && Number(d) <= 30));
const masked = fc.tuple(fc.integer({ min: 0, max: 999 }), fc.constantFrom(1, 2)).map(
  ([n, count]) =>
    String(n)
      .padStart(3, '0')
      .slice(0, 4 - count) + 'X'.repeat(count),
);
const plainMoment = fc.oneof(
  year,
  fc.tuple(year, month).map((parts) => parts.join('-')),
  fc.tuple(year, monthDay).map(([y, md]) => [y, ...md].join('-')),
);
const marked = fc.tuple(plainMoment, fc.constantFrom('', '', '?', '~', '%')).map((parts) => parts.join(''));
const moment = fc.oneof({ weight: 4, arbitrary: marked }, { weight: 1, arbitrary: masked });

/** The days the package gives to one of its nodes. */
function packageDays(node: EdtfNode): readonly [number, number] {
  const date = new EdtfDate(node);
  return [Math.floor(date.min / 86_400_000), Math.floor(date.max / 86_400_000)];
}

describe('what is read without the package', () => {
  it('agrees with it on single moments', () => {
    fc.assert(
      fc.property(moment, (text) => {
        const { start } = dateOf(text, GREGORIAN, NO_TOLERANCE);
        expect([start?.min, start?.max]).toEqual(packageDays(parse(text)));
        expect(dateOf(text).uncertain).toBe(/[?%]/.test(text));
        expect(dateOf(text).approximate).toBe(/[~%]/.test(text));
      }),
      RUNS,
    );
  });

  it('agrees with it on the sides of intervals and the members of sets', () => {
    const side = fc.oneof({ weight: 4, arbitrary: marked }, { weight: 1, arbitrary: fc.constantFrom('', '..') });
    fc.assert(
      fc.property(side, side, (first, second) => {
        const text = `${first}/${second}`;
        const { values } = parse(text);
        const read = parseDate(text, GREGORIAN, NO_TOLERANCE);
        if (!read.ok) {
          expect(read.problem.kind).toBe('date-backwards');
          return;
        }
        const [from, to] = values.map((value) =>
          value !== null && typeof value === 'object' && 'type' in value ? packageDays(value) : value,
        );
        const mine = (open: string, window: { min: number; max: number } | null) =>
          window === null ? (open === 'open' ? Number.POSITIVE_INFINITY : null) : [window.min, window.max];
        expect(mine(read.value.startOpen, read.value.start)).toEqual(from);
        expect(mine(read.value.endOpen, read.value.end)).toEqual(to);
      }),
      RUNS,
    );
  });

  it('reads its own canonical text as the same date', () => {
    const set = fc.array(marked, { minLength: 1, maxLength: 4 }).map((members) => `[${members.join(',')}]`);
    const any = fc.oneof(
      moment,
      set,
      fc.tuple(moment, moment).map((sides) => sides.join('/')),
    );
    fc.assert(
      fc.property(any, (text) => {
        const read = parseDate(text, GREGORIAN);
        if (read.ok) expect(parseDate(read.value.text, GREGORIAN)).toEqual(read);
      }),
      RUNS,
    );
  });

  it('never throws, whatever is given', () => {
    const words = fc.constantFrom(
      '2371',
      '..',
      '/',
      '[',
      ']',
      '~',
      'about',
      'or',
      'to',
      'May',
      'the',
      '5',
      's',
      'BC',
      ',',
      '–',
      'X',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((list) => list.join(' ')),
        ),
        (text) => {
          const read = parseDate(text, GREGORIAN);
          expect(typeof (read.ok ? read.value.text : read.problem.kind)).toBe('string');
        },
      ),
      RUNS,
    );
  });
});
