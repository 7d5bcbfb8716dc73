import { describe, expect, it } from 'vitest';
import { outcomeOf } from './table.ts';
import { QUESTIONS } from './worlds.ts';

describe('the question set', () => {
  it('is large enough to mean something', () => {
    const intents = new Set(QUESTIONS.map((expected) => expected.intent));
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(300);
    expect(intents.size).toBeGreaterThanOrEqual(25);
  });

  it.each(QUESTIONS)('$world: $question', (expected) => {
    expect(outcomeOf(expected)).toEqual({ outcome: 'right', why: '' });
  });
});
