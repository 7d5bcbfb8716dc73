import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseWikitext } from '../../src/import/mediawiki/wikitext.ts';
import { PageBudget } from '../../src/import/page-budget.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { importProblemText } from '../../src/messages/en/import.ts';
import { claimsOf, filesIn, imported, importFiles } from '../support/importing.ts';
import { aLorebook } from '../support/lorebook.ts';
import { aHead, writePack } from '../support/packs.ts';
import { tempFolders } from '../support/temp.ts';
import { wikiExportXml } from '../support/wiki-export.ts';

const temp = tempFolders();
const PACK = writePack(temp(), { head: aHead() });
const GOOD = { title: 'Good', text: '{{Infobox Character|eyes=green}}\nGood sails the wide sea.' };
const WHOLE = wikiExportXml([GOOD, { title: 'Other', text: 'Other sails the wide sea.' }]);

let folder: string;
let lorebook: Lorebook;
beforeEach(() => {
  folder = temp();
  lorebook = aLorebook(folder, PACK);
});

/** What is said of a file as a whole: it is refused before anything is read, or breaks off. */
function saidOf(name: string, content: string | Uint8Array): string {
  const outcome = importFiles(lorebook, filesIn(folder, { [name]: content }));
  if (outcome.kind === 'unreadable') return importProblemText(outcome.problem);
  if (outcome.kind !== 'imported' || outcome.report.problem === null) throw new Error('it was taken');
  return importProblemText(outcome.report.problem);
}

describe('a file that is not what it should be', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    [
      'a picture renamed',
      Buffer.from('\x89PNG\r\n\x1a\n rest', 'latin1'),
      /dump\.xml holds no lore: it is a picture\./,
    ],
    ['a PDF', '%PDF-1.7', /a PDF/],
    ['a gzip', Buffer.from([0x1f, 0x8b, 8, 0]), /packed archive: unpack it first/],
    ['a database', 'SQLite format 3\0', /a database/],
    ['nothing', '', /is empty/],
    ['spaces', ' \n\n', /is empty/],
    ['printed Python bytes', 'b\'<mediawiki version="0.9">\\n\'', /printed form of Python bytes/],
    ['XML of another kind', '<?xml version="1.0"?><rss><channel/></rss>', /no export of a MediaWiki/],
    [
      'an entity bomb',
      '<?xml version="1.0"?>\n<!DOCTYPE l [<!ENTITY a "b">]>\n<mediawiki>&a;</mediawiki>',
      /<!DOCTYPE> in line 2/,
    ],
    ['a dump cut off', WHOLE.slice(0, WHOLE.indexOf('Other sails')), /cut off in line \d+, after 1 page:/],
    ['a dump with a hole', WHOLE.replace('</revision></page>', '</page>'), /damaged in line 7/],
    [
      'mixed encodings',
      Buffer.concat([Buffer.from(WHOLE), Buffer.from([0xe9, 0xff])]),
      /not UTF-8 text.+--encoding windows-1252/,
    ],
    ['a header twice', 'name,kind,kind\nA,b,c\n', /“kind” twice/],
    ['broken JSON', '[{"name": "A"}, {]', /not JSON that can be read/],
  ])('%s: one sentence says so, and nothing is written', (_what, content, said) => {
    const before = lorebook.read.counts();
    expect(saidOf('dump.xml', content)).toMatch(said);
    expect(lorebook.read.counts()).toEqual(before);
  });

  it('is taken as far as it goes with --partial', () => {
    const paths = filesIn(folder, { 'cut.xml': WHOLE.slice(0, WHOLE.indexOf('Other sails')) });
    const { report } = imported(lorebook, paths, { isPartial: true });
    expect(report).toMatchObject({ isWritten: true, counts: { claims: 1 }, problem: { kind: 'cut-off', pages: 1 } });
  });

  it('in a folder is passed over and named', () => {
    filesIn(folder, { 'dump.xml': WHOLE, 'map.png': Buffer.from('\x89PNG', 'latin1') });
    writeFileSync(join(folder, 'lorebook.txt'), '');
    const sub = temp();
    filesIn(sub, { 'dump.xml': WHOLE, 'map.png': Buffer.from('\x89PNG', 'latin1') });
    const { report } = imported(lorebook, [sub]);
    expect(report.counts.claims).toBe(1);
    expect(report.leftOut).toContainEqual(expect.objectContaining({ place: { file: 'map.png' } }));
  });
});

describe('a bad page costs itself only', () => {
  it.each([
    ['5,000 nested templates', `${'{{a|'.repeat(5_000)}x${'}}'.repeat(5_000)}`],
    ['templates that never end', '{{a|'.repeat(5_000)],
    ['links that never end', '[['.repeat(20_000)],
    ['notes that never end', '<ref>'.repeat(20_000)],
    ['tables that never end', '{|\n'.repeat(20_000)],
    ['comments that never end', '<!--'.repeat(50_000)],
    ['raw text that never ends', '<nowiki>'.repeat(50_000)],
    ['1 MB without a full stop', 'word '.repeat(200_000)],
    ['1 MB without a space', 'x'.repeat(1_000_000)],
    ['100,000 notes', 'word<ref>x</ref> '.repeat(100_000)],
    ['5 MB', 'Orla sails the sea. '.repeat(250_000)],
  ])(
    '%s',
    (_what, text) => {
      const began = performance.now();
      imported(lorebook, filesIn(folder, { 'dump.xml': wikiExportXml([{ title: 'Bad', text }, GOOD]) }));
      expect(claimsOf(lorebook)).toEqual(['Good | eyes | green']);
      // Far above what it takes, far below a hang, on a machine that others use as well.
      expect(performance.now() - began).toBeLessThan(15_000);
    },
    30_000,
  );

  it('whatever marks stand in it, and in whatever order: its words are kept and it ends', () => {
    const mark = fc.constantFrom(
      '{{',
      '}}',
      '[[',
      ']]',
      '[http://x ',
      ']',
      '|',
      '=',
      '{|',
      '|}',
      '\n',
      '<ref>',
      '</ref>',
      '<br>',
      '<!--',
      '-->',
      'word',
      '<nowiki>',
      '</nowiki>',
      "''",
      '<',
      '>',
    );
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 60 }), (marks) => {
        const { nodes, faults } = parseWikitext(marks.join(''), new PageBudget());
        expect(faults.size).toBe(0);
        expect(Array.isArray(nodes)).toBe(true);
      }),
      { seed: 9, numRuns: 500 },
    );
  });

  it('two pages of one title are one thing, and it is said', () => {
    const twice = wikiExportXml([GOOD, { ...GOOD, text: '{{Infobox Character|hair=red}}' }]);
    const { report } = imported(lorebook, filesIn(folder, { 'dump.xml': twice }));
    expect(report.counts.entities).toBe(1);
    expect(claimsOf(lorebook)).toEqual(['Good | eyes | green', 'Good | hair | red']);
    expect(report.leftOut[0]?.reason).toContain('a page of this title came before');
  });

  it('redirects in a ring lead nowhere, and it is said', () => {
    const ring = wikiExportXml([{ title: 'A', redirect: 'B' }, { title: 'B', redirect: 'A' }, GOOD]);
    const { report } = imported(lorebook, filesIn(folder, { 'dump.xml': ring }));
    expect(report.leftOut.map(({ place }) => place.page)).toEqual(['A', 'B']);
  });
});
