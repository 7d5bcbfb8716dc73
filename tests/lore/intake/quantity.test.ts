import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../../src/lore/intake/quantity.ts';

/** What is written, and its bounds and noun. */
const GOOD: readonly (readonly [string, number | null, number | null, string])[] = [
  ['12', 12, 12, ''],
  ['0', 0, 0, ''],
  ['-5', -5, -5, ''],
  ['12 ships', 12, 12, 'ships'],
  ['3-5 bells', 3, 5, 'bells'],
  ['3–5 bells', 3, 5, 'bells'],
  ['3 to 5 bells', 3, 5, 'bells'],
  ['1,200', 1200, 1200, ''],
  ['1,200,000 souls', 1_200_000, 1_200_000, 'souls'],
  ["1'200'000", 1_200_000, 1_200_000, ''],
  ['1 200 000', 1_200_000, 1_200_000, ''],
  ['1 200 000', 1_200_000, 1_200_000, ''],
  ['1.200.000', 1_200_000, 1_200_000, ''],
  ['2.5 leagues', 2.5, 2.5, 'leagues'],
  ['1,234.5', 1234.5, 1234.5, ''],
  ['about 100', 90, 110, ''],
  ['About 1,200 ships', 1080, 1320, 'ships'],
  ['about 100-200', 90, 220, ''],
  ['~50', 45, 55, ''],
  ['at least 3', 3, null, ''],
  ['at least 3-5', 3, null, ''],
  ['at most 7 guards', null, 7, 'guards'],
  ['more than 10', 11, null, ''],
  ['less than 10', null, 9, ''],
  ['fewer than 10 men', null, 9, 'men'],
];

describe('a quantity', () => {
  it.each(GOOD)('%s', (text, low, high, what) => {
    const read = parseQuantity(text);
    expect(read).toMatchObject({ ok: true, value: { what } });
    if (!read.ok) return;
    for (const [found, expected] of [
      [read.value.low, low],
      [read.value.high, high],
    ] as const) {
      if (expected === null) expect(found).toBeNull();
      else expect(found).toBeCloseTo(expected, 6);
    }
  });

  it.each([
    '',
    'many',
    'about',
    'at least',
    'ships',
    '5-3',
    '1,2,3',
    '12,34',
    '--5',
    'about many ships',
    '1.2.3',
    '12 a|b',
  ])('is not “%s”', (text) => {
    expect(parseQuantity(text)).toEqual({ ok: false, problem: { kind: 'not-a-quantity', text } });
  });

  it('stays beyond a measure that it is more or less than', () => {
    const more = parseQuantity('more than 2.5');
    const less = parseQuantity('less than 2.5');
    expect(more.ok && more.value.low).toBeGreaterThan(2.5);
    expect(less.ok && less.value.high).toBeLessThan(2.5);
  });

  it('is read the same with separators and without', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31), (n) => {
        expect(parseQuantity(n.toLocaleString('en'))).toEqual(parseQuantity(String(n)));
        expect(parseQuantity(n.toLocaleString('de-CH'))).toEqual(parseQuantity(String(n)));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('is answered quickly however long it is', () => {
    for (const text of ['1'.repeat(2000), '1 '.repeat(1000), '1,'.repeat(1000), 'about '.repeat(300)]) {
      const began = performance.now();
      parseQuantity(text);
      expect(performance.now() - began).toBeLessThan(500);
    }
  });
});
