import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import { askDocument, askJson } from '../../src/documents/ask.ts';
import { searchJson } from '../../src/documents/lookup-json.ts';
import { searchDocument } from '../../src/documents/search.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { search } from '../../src/lookup/search.ts';
import { emptyLorebook, importInto, writeFiles } from '../import/source.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();

const PAGE = [
  'Ysolde Marsh was Warden of the Fen. She kept three herons in the tower of Greywater, and fed them eels. (LT: "Low Tide")',
  'The Drowned timeline',
  'Ysolde Marsh drowned the herons.',
].join('\n\n');

function filled() {
  const lorebook = emptyLorebook();
  importInto(lorebook, join(writeFiles(temp(), { 'fen.txt': PAGE }), 'fen.txt'), 'The fen page');
  importInto(
    lorebook,
    join(writeFiles(temp(), { 'people.csv': 'name,kind,born\nYsolde Marsh,person,1180\n' }), 'people.csv'),
    'The roll',
  );
  return lorebook;
}

describe('what accounts say in their own words', () => {
  const { read } = filled();
  const voice = voiceOf(read);

  it('is quoted where no claim answers, with account and work, and is no part of the answer', () => {
    const answer = ask('what did Ysolde Marsh feed the herons', read);
    expect(answer.status).toBe('not-recorded');
    const json = askJson(answer, voice);
    expect(json.text).toMatch(/^Not recorded/);
    expect(json.text).not.toContain('heron in');
    expect(json.text).not.toContain('eels');
    expect(json.claims).toEqual([]);
    expect(json.passages?.[0]).toMatchObject({
      account: 'The fen page',
      works: ['Low Tide'],
      recorded: false,
      continuity: null,
    });
    expect(json.passages?.[0]?.text).toContain('fed them eels');
    const card = JSON.stringify(askDocument(answer, voice));
    expect(card).toMatch(/In the words of the accounts/);
    expect(card).toMatch(/The fen page, citing Low Tide[^"]*text, not a recorded claim/);
  });

  it('is left alone where a claim answers', () => {
    const answer = ask('when was Ysolde Marsh born', read);
    expect([answer.status, answer.quotes]).toEqual(['answered', []]);
  });

  it('is not quoted where it shares only the name', () => {
    expect(ask('who taught Ysolde Marsh to sing', read).quotes).toEqual([]);
  });

  it('is found by search, letter by letter as it stands, and marked as text', () => {
    const view = search(read, 'herons tower');
    expect(view.quotes.map((quote) => PAGE.includes(quote.text))).toEqual([true]);
    expect(searchJson(view, voice).passages).toMatchObject([{ account: 'The fen page', recorded: false }]);
    expect(JSON.stringify(searchDocument(view, voice))).toContain('text, not a recorded claim');
  });

  it('says of which timeline it is', () => {
    expect(searchJson(search(read, 'drowned herons'), voice).passages).toMatchObject([
      { continuity: 'the-drowned-timeline' },
    ]);
  });

  it('is quoted around the words where a sentence is too long to be quoted whole', () => {
    const lorebook = emptyLorebook();
    const text = `The Fen was wide, ${'and wider still, '.repeat(60)}until the herons came, ${'and wider still, '.repeat(60)}at last.`;
    importInto(lorebook, join(writeFiles(temp(), { 'a.txt': text }), 'a.txt'), 'Long');
    const [quote] = search(lorebook.read, 'herons').quotes;
    expect(quote?.text).toContain('herons');
    expect(quote?.text.length).toBeLessThan(400);
    expect(quote?.isCut).toEqual({ before: true, after: true });
  });
});
