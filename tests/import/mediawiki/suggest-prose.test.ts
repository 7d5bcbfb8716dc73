import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_SUGGESTIONS } from '../../../src/import/most-suggestions.ts';
import type { Lorebook } from '../../../src/lorebook/lorebook.ts';
import { claimsOf, filesIn, imported } from '../../support/importing.ts';
import { tempFolders } from '../../support/temp.ts';
import { type ExportedPage, wikiExportXml } from '../../support/wiki-export.ts';
import { emptyLorebook } from '../source.ts';

const temp = tempFolders();
let book: Lorebook;
beforeEach(() => {
  book = emptyLorebook();
});
afterEach(() => book.close());

const person = (title: string): ExportedPage => ({
  title,
  text: `{{Infobox Character\n| occupation = Miller\n| home = The mill\n}}\n${title} is told of elsewhere.`,
});

function bring(pages: readonly ExportedPage[]) {
  const [path = ''] = filesIn(temp(), { 'wiki.xml': wikiExportXml(pages) });
  return imported(book, [path]);
}

function suggested(pages: readonly ExportedPage[]): readonly string[] {
  bring(pages);
  return book.suggestions
    .waiting({ limit: 50 })
    .map(({ cells }) =>
      [cells.subject, cells.predicate, cells.value, cells.date ?? ''].join(' | ').replace(/ \| $/, ''),
    );
}

/** A town of a name without digits. */
const townOf = (at: number): string =>
  `New ${[...`${at + 1_000}`]
    .map((digit) => 'abcdefghij'[Number(digit)])
    .join('')
    .replace(/^./, (first) => first.toUpperCase())}`;

const told = (text: string): readonly string[] =>
  suggested([person('Osric Vane'), person('Hild Marsh'), { title: 'The war', text }]);

describe('what the prose of a wiki suggests', () => {
  it.each([
    ['[[Osric Vane]] captured [[Harrowford]] in 940.', ['Osric Vane | captured | Harrowford | 0940']],
    ['[[Osric Vane|Osric]] was killed by [[Hild Marsh|the miller Hild]].', []],
    ['[[Osric Vane|The Fox]] killed [[Hild Marsh|Hild]].', ['Hild Marsh | killed_by | Osric Vane']],
    ['Osric Vane was the brother of Hild Marsh.', ['Osric Vane | sibling | Hild Marsh']],
  ])('reads %s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ['a name that nobody has linked or knows', 'Somebody Else captured Other Town in 940.'],
    [
      'one name that the page links to two things',
      '[[Osric Vane|The Fox]] and [[Hild Marsh|The Fox]]. The Fox captured [[Harrowford]].',
    ],
    ['a link to a part of a page', '[[Minor people#Fox|The Fox]] captured [[Harrowford]].'],
    ['a doer of another clause', '[[Osric Vane]] heard that wolves broke in, killing [[Hild Marsh]].'],
    ['what is only to come', '[[Osric Vane]] will leave the ford and capture [[Harrowford]].'],
    ['the one who joined somebody', '[[Osric Vane]] joined [[Hild Marsh]].'],
    ['an item of a list', '* [[Osric Vane]] captured [[Harrowford]].'],
  ])('takes nothing from %s', (_what, text) => {
    expect(told(text)).toEqual([]);
  });

  it('says page, section and sentence, with what is cited for it, and makes no claim of it', () => {
    const ref = "<ref>''[[The Song]]'', line 3</ref>";
    const song = {
      title: 'The Song',
      text: '{{Infobox Book\n| author = Nobody\n| pages = 3\n}}\nA song.[[Category:Books]]',
    };
    const text = `== The end ==\n[[Osric Vane]] captured [[Harrowford]] in 940.${ref} [[Hild Marsh]] left.`;
    bring([song, person('Osric Vane'), person('Hild Marsh'), { title: 'The war', text }]);
    expect(book.suggestions.waiting({ limit: 5 })).toMatchObject([
      {
        place: 'The war, The end',
        words: 'Osric Vane captured Harrowford in 940.',
        cells: { work: 'the-song', locator: 'line 3' },
      },
    ]);
    expect(claimsOf(book).join('\n')).not.toContain('captured');
  });

  it('tells "reported" from the name of a state', () => {
    bring([person('Osric Vane'), { title: 'Osric Vane', text: 'Osric Vane joined the [[United States Navy]].' }]);
    expect(book.suggestions.waiting({ limit: 5 }).map(({ cells }) => cells.modality ?? 'asserted')).toEqual([
      'asserted',
    ]);
  });

  it('puts only so many into the queue, says how many more there are, and doubles none', () => {
    const text = Array.from({ length: MOST_SUGGESTIONS + 7 }, (_, at) => `[[Osric Vane]] captured [[${townOf(at)}]].`);
    const pages = [person('Osric Vane'), ...text.map((one, at) => ({ title: `Tale ${at}`, text: one }))];
    const first = bring(pages);
    expect(first.report.counts.suggestions).toBe(MOST_SUGGESTIONS);
    expect(first.report.leftOut.map(({ reason }) => reason)).toContainEqual(
      expect.stringContaining('7 further suggestions'),
    );
    expect(bring(pages).report.counts.suggestions).toBe(0);
  });
});

describe('notes of a wiki that stand alone', () => {
  it('are for the text behind them, or are named', () => {
    const note = (title: string): string => `<ref>''${title}'', page 4</ref>`;
    const text = `== The ford${note('The Song')} ==\nIt was a long way to the ford.\n\n== Behind it ==\n\n${note('The Roll')}\n\nNobody came back from there.\n\n== Last ==\n${note('The Lay')}`;
    const { report, counts } = bring([{ title: 'The ford', text }]);
    expect(counts).toMatchObject({ citations: 3, citationsAttached: 2 });
    const cited = book.database.all<{ text: string; marks: string }>('SELECT text, marks FROM passage ORDER BY id');
    expect(
      cited.map(({ text: shown, marks }) => [
        shown,
        JSON.parse(marks).citations.map((one: { title: string }) => one.title),
      ]),
    ).toEqual([
      ['It was a long way to the ford.', ['The Song']],
      ['Nobody came back from there.', ['The Roll']],
    ]);
    expect(report.leftOut.map(({ reason }) => reason)).toEqual([expect.stringContaining('The Lay, page 4')]);
  });
});
