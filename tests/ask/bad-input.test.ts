import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import { askDocument, askJson } from '../../src/documents/ask.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { plain } from '../../src/messages/document.ts';
import { worldOf } from './worlds.ts';

const reader = worldOf('starter');
const voice = voiceOf(reader);

describe('what is no question', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['spaces', '   \n\t ', 'empty'],
    ['an emoji', '🤔', 'empty'],
    ['six thousand characters', 'who '.repeat(1500), 'too-long'],
    ['French', 'Qui était le régent en 2372 ?', 'language'],
    ['Russian', 'Кто был регентом в 2372 году?', 'language'],
    ['two questions', 'Who founded the Alliance? And when was it dissolved?', 'two-questions'],
    ['two in one', 'Who founded the Alliance and when was it dissolved?', 'two-questions'],
    ['a command', "'; DROP TABLE claim; --", 'nothing-known'],
    ['small words', 'who is who', 'nothing-known'],
    ['a greeting', 'hello', 'nothing-known'],
  ])('is met with examples: %s', (_, question, why) => {
    const answer = ask(question, reader);
    expect(answer.status).toBe('not-understood');
    expect(answer.head).toMatchObject({ kind: 'not-understood', why });
    expect(answer.examples).toHaveLength(3);
    expect(answer.claims).toEqual([]);
    expect(askDocument(answer, voice).links).toHaveLength(3);
  });

  it('offers examples that are answered', () => {
    for (const link of askDocument(ask('hello', reader), voice).links) {
      expect(ask(link.options.question ?? '', reader).status).toBe('answered');
    }
  });

  it('says in which language questions are read', () => {
    const french = { ...reader, profile: { ...reader.profile, language: 'fr' } };
    const { text } = askJson(ask('Who is Worf?', french), voiceOf(french));
    expect(text).toContain('English');
    expect(text).toContain('Entries and search work in any');
  });

  it.each([
    ['a work with the name of a thing', 'When was Crossover released?', 'answered'],
    ['a title that is a word', 'What is Spectre?', 'answered'],
    ['a name of one letter', 'Who is Q?', 'answered'],
    ['a far year', 'Who was regent in 123456789?', 'not-recorded'],
    ['a year before all', 'What happened in -5000?', 'not-recorded'],
    ['markup', '**Who** _captured_ ~~Worf~~?', 'answered'],
    ['a mention', 'Who captured Worf? @everyone', 'answered'],
    ['capitals', 'WHO WAS REGENT IN 2372', 'answered'],
  ])('reads %s', (_, question, status) => {
    expect(ask(question, reader).status).toBe(status);
  });

  it('shows the question as text, never as formatting', () => {
    const document = askDocument(ask('Who killed [Worf](http://example.org)?', reader), voice);
    const words = document.items.flatMap((item) => item.lines.map((line) => plain(line.text)));
    expect(words.every((text) => typeof text === 'string')).toBe(true);
  });
});
