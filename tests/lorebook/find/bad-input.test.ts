import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { find } from '../../../src/lorebook/find/find.ts';
import { searchStatements } from '../../../src/lorebook/text/search-statements.ts';
import { lorebookOf } from './names-in.ts';

const database = lorebookOf([
  'Worf',
  'Kira Nerys',
  'The Fall of Ardent',
  '地球連邦',
  'a b c d e f g h i j k l m n o p',
]);

describe('whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'"*()^:-+ANDORNEAR\'%_;\\ \u0000\ud800'), maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.repeat(200)),
  );

  it('is answered without an error, with no more than was asked for', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom('suggest' as const, 'resolve' as const), (text, purpose) => {
        const { hits } = find(database, text, { purpose, limit: 3, kinds: ['person', 'place'] });
        expect(hits.length).toBeLessThanOrEqual(3);
        for (const { score, ranges, matched } of hits) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          for (const [first, last] of ranges) expect([first <= last, last < matched.length]).toEqual([true, true]);
        }
        expect(searchStatements(database, text, 5).claimIds).toEqual([]);
      }),
      { seed: 14, numRuns: 300 },
    );
  });

  it('is read no further than a name can be long', () => {
    const { hits } = find(database, `worf ${'x'.repeat(6_000)}`, { purpose: 'suggest', limit: 5 });
    expect(hits).toEqual([]);
  });
});
