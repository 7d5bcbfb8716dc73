import { describe, expect, it } from 'vitest';
import { of, read, readPage } from './reading.ts';

/** Each citation as "work, locator, reach". */
function cited(text: string): readonly string[] {
  return of('passage', read(text)).flatMap(({ citations }) =>
    citations.map(({ work, locator, reach }) => [work, locator, reach].filter((part) => part !== '').join(', ')),
  );
}

describe('what a page cites', () => {
  it.each<[string, readonly string[]]>([
    ['Pell fell. (LT: "Low Tide")', ['Low Tide, paragraph']],
    ['Pell fell (LT: "Low Tide").', ['Low Tide, sentence']],
    ['Pell fell. (Fen Cycle novel: The Drowned Bell)', ['The Drowned Bell, paragraph']],
    ['Pell fell. (LT episodes: "Low Tide", "High Tide")', ['Low Tide, paragraph', 'High Tide, paragraph']],
    ['Pell fell. ("Low Tide" and "High Tide")', ['Low Tide, paragraph', 'High Tide, paragraph']],
    [
      'Pell fell (Annals of the Fen, p. 12; Song of Pell, verse 3).',
      ['Annals of the Fen, p. 12, sentence', 'Song of Pell, verse 3, sentence'],
    ],
    ['Pell fell (session 14).', ['session 14, sentence']],
    ['According to the Annals of the Fen, Pell fell.', ['Annals of the Fen, sentence']],
    ['According to the fishwives, Pell fell.', []],
    ['According to Ysolde Marsh, Pell fell.', []],
    ['Pell (a small town) fell.', []],
    ['Pell fell (note: this is disputed).', []],
    ['Pell fell (futilely).', []],
    ['Pell (Warden: none) fell.', []],
    ['Pell fell in 1210 (1211 in the old reckoning).', []],
    ['Pell fell. (*The Drowned Bell*)', ['The Drowned Bell, paragraph']],
  ])('%s', (text, expected) => {
    expect(cited(text)).toEqual(expected);
  });

  it('lets a citation behind a full stop stand for all since the one before it, and no further', () => {
    const text =
      'Ysolde captured Pell. Ysolde captured Tern. (LT: "Low Tide") Ysolde captured Orrin. (LT: "High Tide") Ysolde captured Voss.';
    const works = of('suggestion', read(text)).map(({ cells }) => [cells.value, cells.work ?? null]);
    expect(works).toEqual([
      ['Pell', 'Low Tide'],
      ['Tern', 'Low Tide'],
      ['Orrin', 'High Tide'],
      ['Voss', null],
    ]);
  });

  it('follows the numbers of notes to the foot of the page, and says which note is not there', () => {
    const gathered = read(
      'Ysolde captured Pell.[1] Ysolde captured Tern.[2]\n\nReferences\n\n1. Annals of the Fen, chapter 3.',
    );
    expect(of('suggestion', gathered).map(({ cells }) => [cells.value, cells.work, cells.locator])).toEqual([
      ['Pell', 'Annals of the Fen', 'chapter 3'],
      ['Tern', undefined, undefined],
    ]);
    expect(of('left-out', gathered).map((one) => one.reason)).toEqual([
      'note [2] is cited, and no note of that number stands on the page',
    ]);
  });

  it('knows the works of its lorebook by their titles alone', () => {
    const gathered = read('Stonebridge fell (Harrowford Roll, fol. 3).', 'vale');
    expect(of('passage', gathered)[0]?.citations).toEqual([
      { work: 'The Harrowford Roll', locator: 'fol. 3', reach: 'sentence', at: 16 },
    ]);
    expect(of('passage', read('Stonebridge fell (The Harrowford Roll).', 'vale'))[0]?.citations).toHaveLength(1);
  });
});

describe('saved web pages', () => {
  const PAGE = `<!doctype html><html><head><title>Marrow League | Fen Wiki</title><style>p{}</style></head><body>
    <nav><p>Home News</p></nav><main><h1>Marrow League</h1>
    <table class="infobox"><tr><th>Founded</th><td>1204</td></tr><tr><th>Leader</th><td>Ysolde&nbsp;Marsh</td></tr></table>
    <p>The <b>Marrow League</b> conquered Pell in 1210.<sup class="reference">[1]</sup> It captured Tern (<i>Low Tide</i>).</p>
    <script>alert(1)</script>
    <h2>The Drowned timeline<span class="mw-editsection">[edit]</span></h2><p>The Marrow League never existed.</p>
    <h2>Trade</h2><p>The Marrow League captured Orrin.</p>
    <h2>References</h2><ol class="references"><li>^ <i>Annals of the Fen</i>, p. 3.</li></ol></main>
    <footer><p>Ysolde captured Footerland.</p></footer></body></html>`;

  it('reads the page and not the site around it', () => {
    const gathered = readPage(PAGE);
    expect(
      of('suggestion', gathered).map(({ cells }) => [
        cells.predicate,
        cells.value,
        cells.work ?? '',
        cells.continuity ?? '',
      ]),
    ).toEqual([
      ['formed', '1204', '', ''],
      ['led_by', 'Ysolde Marsh', '', ''],
      ['conquered', 'Pell', 'Annals of the Fen', ''],
      ['captured', 'Tern', 'Low Tide', ''],
      ['existed', 'no', '', 'the-drowned-timeline'],
      ['captured', 'Orrin', '', ''],
    ]);
    expect(of('passage', gathered).map((one) => [one.section, one.continuity])).toEqual([
      ['Marrow League', null],
      ['The Drowned timeline', 'the-drowned-timeline'],
      ['Trade', null],
    ]);
    expect(JSON.stringify(gathered)).not.toMatch(/alert|Footerland|News|\uE000/);
  });
});
