import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../src/import/import-problem.ts';
import { ARDENT } from '../../support/ardent-pack.ts';
import { aLorebook } from '../../support/lorebook.ts';
import { writePack } from '../../support/packs.ts';
import { tempFolders } from '../../support/temp.ts';
import { terminal } from '../../support/terminal.ts';
import { claimsOf, emptyLorebook, importInto, writeFiles } from '../source.ts';

const temp = tempFolders();
const file = (data: unknown): string => join(writeFiles(temp(), { 'book.json': JSON.stringify(data) }), 'book.json');

const ENTRY = {
  keys: ['Greywater', 'the grey town', '/gr[ea]y/i'],
  content: 'Ysolde Marsh captured Greywater in 1211.',
  extensions: { depth: 4 },
  enabled: true,
  insertion_order: 50,
  name: '',
  comment: '',
  secondary_keys: ['fen'],
  constant: true,
};
const CARD = {
  spec: 'chara_card_v2',
  spec_version: '2.0',
  data: {
    name: 'Ysolde Marsh',
    description: '{{char}} was born in 1180.',
    personality: 'dry',
    scenario: '',
    character_book: {
      name: 'Fen',
      extensions: { theme: 'mud' },
      entries: [ENTRY, { keys: [], content: 'x', extensions: {} }],
    },
  },
};
const WORLD = {
  entries: { 0: { uid: 7, key: ['Greywater'], keysecondary: [], comment: 'The grey town', content: 'Wet.', order: 5 } },
};

describe('books of characters', () => {
  it('give things with their keys as names, passages, and suggestions', () => {
    const lorebook = emptyLorebook();
    const report = importInto(lorebook, file(CARD));
    const town = lorebook.read.entityBySlug('greywater');
    expect(town && lorebook.read.aliases(town.id)).toEqual(['the grey town']);
    expect(town && lorebook.read.passagesAbout(town.id, 5).map((one) => one.text)).toEqual([ENTRY.content]);
    expect(lorebook.read.entityBySlug('ysolde-marsh')?.kind).toBe('person');
    expect(report.counts).toMatchObject({ passages: 3, suggestions: 2, claims: 0 });
    expect(report.leftOut.map((one) => String(one.reason))).toEqual([
      expect.stringMatching(/neither a name nor a key/),
    ]);
  });

  it('are read as SillyTavern saves them, too', () => {
    const lorebook = emptyLorebook();
    importInto(lorebook, file(WORLD));
    expect(lorebook.read.entityBySlug('the-grey-town')).toBeDefined();
  });

  it('keep their extensions on the way out', async () => {
    const folder = temp();
    const db = join(folder, 'a.db');
    const env = { STARTER_PACK: 'none' };
    expect((await terminal(['import', file(CARD), '--lorebook', db], env)).exit).toBe(0);
    await terminal(['export', join(folder, 'out.json'), '--format', 'book', '--lorebook', db], env);
    const { character_book: book } = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')).data;
    expect(book.extensions).toEqual({ theme: 'mud' });
    const entry = book.entries.find((one: { name: string }) => one.name === 'Greywater');
    expect(entry).toMatchObject({
      extensions: { depth: 4 },
      insertion_order: 50,
      secondary_keys: ['fen'],
      constant: true,
    });
  });

  it('bring back as claims what an export of a lorebook put there', async () => {
    const folder = temp();
    const first = aLorebook(folder, writePack(join(folder, 'pack'), ARDENT));
    first.close();
    await terminal(['export', join(folder, 'b.json'), '--format', 'book', '--lorebook', join(folder, 'lorebook.db')]);
    const lorebook = emptyLorebook();
    importInto(lorebook, join(folder, 'b.json'));
    expect(claimsOf(lorebook).length).toBeGreaterThan(8);
    expect(claimsOf(lorebook).every((claim) => !claim.includes('entry:'))).toBe(true);
  });

  it.each([
    ['{"spec":"chara_card_v2","entries":"many"}', 'not-a-book'],
    ['{"entries": [', 'bad-json'],
    ['{"spec":"chara_card_v2","data":null,"entries":5}', 'not-a-book'],
  ])('are refused where they are none: %s', (text, kind) => {
    const path = join(writeFiles(temp(), { 'b.json': text }), 'b.json');
    let problem: unknown;
    try {
      problem = importInto(emptyLorebook(), path).problem;
    } catch (error) {
      problem = error instanceof ImportError ? error.problem : error;
    }
    expect(problem).toMatchObject({ kind });
  });
});
