import { ask } from '../../src/ask/ask.ts';
import { answerText } from '../../src/documents/ask-text.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { type Expected, QUESTIONS, worldOf } from './worlds.ts';

export type Outcome = 'right' | 'wrong' | 'not understood';

/** Right = read as expected, with everything in the text that must be there; a reply that asks back is no wrong answer. */
export function outcomeOf(expected: Expected): { readonly outcome: Outcome; readonly why: string } {
  const reader = worldOf(expected.world);
  const answer = ask(expected.question, reader);
  const text = answerText(answer, voiceOf(reader)).toLowerCase();
  const missing = expected.holds.filter((part) => !text.includes(part.toLowerCase()));
  const isRight = answer.status === expected.status && answer.intent === expected.intent && missing.length === 0;
  if (isRight) return { outcome: 'right', why: '' };
  const why = `${answer.intent}/${answer.status}, lacks ${missing.join('; ')}: ${text.slice(0, 200)}`;
  return { outcome: answer.status === 'not-understood' ? 'not understood' : 'wrong', why };
}

/** Rows of right, wrong and not understood, by the kind of question. */
export function outcomesByIntent(): readonly (readonly [string, number, number, number])[] {
  const rows = new Map<string, [number, number, number]>();
  for (const expected of QUESTIONS) {
    const row = rows.get(expected.intent) ?? [0, 0, 0];
    const { outcome } = outcomeOf(expected);
    row[outcome === 'right' ? 0 : outcome === 'wrong' ? 1 : 2] += 1;
    rows.set(expected.intent, row);
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([intent, counts]) => [intent, ...counts]);
}
