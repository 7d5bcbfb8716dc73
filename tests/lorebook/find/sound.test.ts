import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundOf, soundsLike } from '../../../src/lorebook/find/sound.ts';

describe('how a name sounds', () => {
  it.each([
    ['funetik', 'phonetic'],
    ['sicolagist', 'psychologist'],
    ['flukse', 'flux'],
    ['occasionally', 'accosinly'],
    ['stephen', 'stefen'],
    ['kira nerys', 'kyra neris'],
  ])('is the same for %j and %j', (a, b) => {
    expect(soundOf(a)).toBe(soundOf(b));
    expect(soundsLike(soundOf(a), b)).toBe(true);
  });

  it.each([
    ['terok', 'empok'],
    ['worf', 'worfs'],
    ['worfs', 'worf'],
  ])('differs between %j and %j', (a, b) => {
    expect(soundsLike(soundOf(a), b)).toBe(false);
  });

  it('is compared as it is written', () => {
    const text = fc.string({ unit: fc.constantFrom(...'acpxhs z球'), maxLength: 6 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(soundsLike(soundOf(a), b)).toBe(soundOf(a) === soundOf(b));
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
