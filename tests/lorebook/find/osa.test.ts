import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { osaDistance, patternOf } from '../../../src/lorebook/find/osa.ts';

describe('optimal string alignment', () => {
  it.each([
    ['', '', 0],
    ['worf', 'worf', 0],
    ['worf', '', 4],
    ['wrof', 'worf', 1],
    ['sysko', 'sisko', 1],
    ['ca', 'abc', 3],
    ['empock nor', 'empok nor', 1],
  ])('puts %j and %j %i apart', (a, b, edits) => {
    expect(osaDistance(a, b)).toBe(edits);
  });

  const letters = (most: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '球'), maxLength: most });

  it.each([12, 40, 100])('agrees with the textbook table on texts of up to %i letters', (most) => {
    fc.assert(
      fc.property(letters(most), letters(most), fc.nat(3), (a, b, start) => {
        const from = Math.min(start, b.length);
        const distances = patternOf(a).distances(b, from);
        for (let end = from; end <= b.length; end += 1) {
          expect(distances[end - from]).toBe(textbook(a, b.slice(from, end)));
        }
      }),
      { seed: 1, numRuns: most === 12 ? 150 : 25 },
    );
  });
});

function textbook(a: string, b: string): number {
  const table = [...Array(a.length + 1).keys()].map((i) =>
    [...Array(b.length + 1).keys()].map((j) => (i === 0 ? j : i)),
  );
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(i - 2, j - 2) + 1);
      const row = table[i];
      if (row !== undefined) row[j] = cost;
    }
  }
  return at(a.length, b.length);
}
