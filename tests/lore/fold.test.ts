import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, slugOf } from '../../src/lore/fold.ts';

describe('fold', () => {
  it.each([
    ["Qo'noS", 'qonos'],
    ['Qo’noS', 'qonos'],
    ['QO`NOS', 'qonos'],
    ['Jean-Luc  Picard', 'jean luc picard'],
    ['Æsir', 'aesir'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['Þór Đorđe Øre', 'thor dorde ore'],
    ['Ångström', 'angstrom'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
    ['İstanbul Iğdır', 'istanbul igdir'],
    ['ﬁrst Ⅳ', 'first iv'],
    ['地球連邦', '地球連邦'],
    ['  The Fall, of "Ardent"! ', 'the fall of ardent'],
    ['U.S.S. Defiant', 'u s s defiant'],
    ['Deep Space 9', 'deep space 9'],
    ['🙂!?', ''],
    ['\u0000\u202e', ''],
    ['', ''],
  ])('reads %j as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { seed: 6, numRuns: 3_000 },
    );
  });

  it('leaves no capital, mark or punctuation', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        expect(fold(text)).toMatch(/^$|^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*$/u);
      }),
      { seed: 7, numRuns: 1_000 },
    );
  });
});

describe('slugOf', () => {
  it.each([
    ["Qo'noS", 'qonos'],
    ['Fall of Ardent', 'fall-of-ardent'],
    ['!!!', 'x'],
  ])('makes %j %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});
