import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import { chance } from '../bench/seeded.ts';
import { CHANGES, type Change, changed, readingKey } from './variants.ts';
import { QUESTIONS, worldOf } from './worlds.ts';

const BASE = QUESTIONS.map(({ question, world }) => ({
  question,
  reader: worldOf(world),
  answer: ask(question, worldOf(world)),
}));
/** What changes no letter of a name is tried on every third question. */
const STEP = 3;

/** Share of questions that keep their reading, and answers made wrong by the change. */
function kept(change: Change): { readonly share: number; readonly tried: number; readonly lost: readonly string[] } {
  const random = chance(20_261_121);
  let tried = 0;
  const lost: string[] = [];
  const isTypo = change === 'typo in a name';
  const isRare = change === 'curly quotes' || change === 'British and American';
  for (const { question, reader, answer } of BASE.filter((_, at) => isTypo || isRare || at % STEP === 0)) {
    const variant = answer.status === 'not-understood' ? null : changed(question, change, answer, random);
    if (variant === null) continue;
    tried += 1;
    if (readingKey(ask(variant, reader)) !== readingKey(answer)) lost.push(variant);
  }
  return { share: 1 - lost.length / tried, tried, lost };
}

describe('the same question, typed otherwise', () => {
  it.each(CHANGES)('keeps its reading: %s', (change) => {
    const { share, tried, lost } = kept(change);
    expect(tried).toBeGreaterThan(5);
    expect(share, lost.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('says how a name was read despite its spelling', () => {
    const answer = ask('Who is Gorkn?', worldOf('starter'));
    expect(answer.corrected).toEqual([{ typed: 'Gorkn', read: 'Gorkon' }]);
  });
});
