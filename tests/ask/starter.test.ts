import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import { askJson } from '../../src/documents/ask.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { STARTER_QUESTIONS, type StarterQuestion } from './starter-questions.ts';
import { worldOf } from './worlds.ts';

const reader = worldOf('starter');
const voice = voiceOf(reader);

function answered({ question }: StarterQuestion) {
  return askJson(ask(question, reader), voice);
}

describe('questions to the starter pack', () => {
  it.each(STARTER_QUESTIONS)('$question', (expected) => {
    const answer = answered(expected);
    const text = answer.text.toLowerCase();
    expect(answer.status).toBe(expected.status ?? 'answered');
    for (const part of expected.holds) expect(text).toContain(part.toLowerCase());
    for (const part of expected.lacks ?? []) expect(text).not.toContain(part.toLowerCase());
    const cited = [...answer.claims, ...answer.related].flatMap(({ account, works }) =>
      works.length === 0 ? [account] : works.map((work) => `${account}: ${work}`),
    );
    for (const source of expected.cites) expect(cited).toContain(source);
    const signed = answer.conflicts.filter((conflict) => conflict.sign);
    if (expected.sign !== undefined) expect(signed.length > 0).toBe(expected.sign);
    if (signed.length > 0) expect(answer.text).toContain('The accounts disagree');
  });
});
