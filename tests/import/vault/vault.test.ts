import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../src/import/import-problem.ts';
import { unzipInto } from '../../../src/import/zip/unzip.ts';
import { tempFolders } from '../../support/temp.ts';
import { terminal } from '../../support/terminal.ts';
import { claimsOf, emptyLorebook, importInto, writeFiles } from '../source.ts';

const temp = tempFolders();

const VAULT = {
  '.obsidian/app.json': '{}',
  'Characters/Ysolde Marsh.md': [
    '---',
    'aliases: [Ysolde, "The Warden"]',
    'tags: [npc, fen/north]',
    'born: 1180',
    'spouse: "[[Tobin Reed]]"',
    'cssclass: wide',
    'layout: {columns: 2, pinned: [a, b]}',
    'title: Warden',
    '---',
    '# Ysolde Marsh',
    '',
    'Ysolde Marsh captured [[Greywater|the grey town]] in 1211. ^block1',
    '',
    '%% a private note %%',
    '```',
    'code captured code',
    '```',
  ].join('\n'),
  'Characters/Tobin Reed.md': '---\nallegiance:\n  - [[Marrow League]]\n---\nHe married [[Ysolde]].\n',
  'Places/Greywater.md': 'A town in the [[Fen]]. See [[Ysolde Marsh]].\n',
  'Groups/Marrow League.md':
    '---\nfounded: 1204\nmembers: ["[[Ysolde Marsh]]", "[[Tobin Reed]]"]\n---\nA league of towns.\n',
};

describe('a vault of notes', () => {
  const lorebook = emptyLorebook();
  const report = importInto(lorebook, writeFiles(temp(), VAULT), 'My vault');

  it('makes things of notes, their kinds from tags and folders, their other names from front matter', () => {
    const kinds = ['ysolde-marsh', 'tobin-reed', 'greywater', 'marrow-league'].map(
      (slug) => lorebook.read.entityBySlug(slug)?.kind,
    );
    expect(kinds).toEqual(['person', 'person', 'place', 'group']);
    const ysolde = lorebook.read.entityBySlug('ysolde-marsh');
    expect(ysolde && lorebook.read.aliases(ysolde.id)).toEqual(['The Warden', 'Ysolde']);
    expect(report.problem).toBeNull();
  });

  it('makes claims of front matter, its links leading to the notes they mean', () => {
    expect(claimsOf(lorebook)).toEqual(
      expect.arrayContaining([
        'ysolde-marsh, born, 1180',
        'ysolde-marsh, spouse, tobin-reed',
        'ysolde-marsh, title, Warden',
        'tobin-reed, member_of, marrow-league',
        'marrow-league, formed, 1204',
        'ysolde-marsh, member_of, marrow-league',
      ]),
    );
  });

  it('keeps the text as passages of the thing it is about, without comments, code and marks', () => {
    const ysolde = lorebook.read.entityBySlug('ysolde-marsh');
    const [passage] = ysolde === undefined ? [] : lorebook.read.passagesAbout(ysolde.id, 5);
    expect(passage).toMatchObject({
      text: 'Ysolde Marsh captured the grey town in 1211.',
      page: 'Ysolde Marsh',
      line: 12,
    });
    const linked = passage?.entities.map((id) => lorebook.read.entity(id)?.slug);
    expect(linked).toEqual(expect.arrayContaining(['ysolde-marsh', 'greywater']));
  });

  it('gives back on the way out what only Obsidian understands', async () => {
    const folder = temp();
    const vault = writeFiles(join(folder, 'in'), VAULT);
    const db = join(folder, 'a.db');
    const env = { STARTER_PACK: 'none' };
    expect((await terminal(['import', vault, '--account', 'My vault', '--lorebook', db], env)).exit).toBe(0);
    expect((await terminal(['export', join(folder, 'out'), '--format', 'vault', '--lorebook', db], env)).exit).toBe(0);
    const note = readFileSync(join(folder, 'out/Characters/Ysolde Marsh.md'), 'utf8');
    for (const part of ['cssclass: wide', 'pinned', 'fen/north', '[[Tobin Reed]]', 'The Warden'])
      expect(note).toContain(part);
  });
});

describe('notes that are odd', () => {
  it.each<[string, string, RegExp]>([
    ['code in front matter', '---js\nmodule.exports = process.exit()\n---\n[[A]] fell.', /code is never run/],
    ['a tag that makes code', '---\na: !!js/function "function(){}"\n---\n[[A]] fell.', /^$/],
    ['broken YAML', '---\na: [1\nb: "x\n---\n[[A]] fell.', /not YAML/],
    ['a list for keys', '---\n- a\n---\n[[A]] fell.', /no keys/],
    [
      'anchors that multiply',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((one, at) => `${one}: &${one} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`).join('\n')}\n---\n[[A]] fell.`,
      /tangled/,
    ],
  ])('%s', (_name, text, sentence) => {
    const lorebook = emptyLorebook();
    const report = importInto(
      lorebook,
      writeFiles(temp(), { 'A.md': text, 'B.md': '---\nkind: place\n---\nSee [[A]].' }),
    );
    expect(report.leftOut.map((one) => String(one.reason)).join()).toMatch(sentence);
    expect(report.counts.passages).toBe(2);
  });

  it('follows links in a ring, keeps two notes of one name apart, and reads the rest where one is not text', () => {
    const lorebook = emptyLorebook();
    const report = importInto(
      lorebook,
      writeFiles(temp(), {
        'North/Ford.md': '---\nkind: place\n---\nSee [[Mill]].',
        'South/Ford.md': '---\nkind: place\n---\nSee [[Mill]].',
        'North/Mill.md': '---\nnear: "[[Ford]]"\n---\nSee [[Ford]] and ![[Mill]].',
        'bad.md': new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0x61, 0x3a, 0x20, 0xff, 0xfe, 0x0a, 0x2d, 0x2d, 0x2d, 0x0a]),
      }),
    );
    expect([lorebook.read.entityBySlug('ford')?.kind, lorebook.read.entityBySlug('ford-2')?.kind]).toEqual([
      'place',
      'place',
    ]);
    expect(claimsOf(lorebook)).toContain('mill, near, ford');
    expect(report.leftOut.map((one) => [one.place.file, String(one.reason)])).toEqual([
      ['bad.md', expect.stringMatching(/UTF-8/)],
    ]);
  });
});

describe('zip files', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('are read as the folder they hold', () => {
    const entries = Object.fromEntries(Object.entries(VAULT).map(([path, text]) => [path, bytes(text)]));
    const folder = writeFiles(temp(), { 'vault.zip': zipSync(entries) });
    const lorebook = emptyLorebook();
    importInto(lorebook, join(folder, 'vault.zip'));
    expect(claimsOf(lorebook)).toContain('ysolde-marsh, spouse, tobin-reed');
  });

  const refusal = (zip: Uint8Array, limits?: Parameters<typeof unzipInto>[2]): unknown => {
    const folder = writeFiles(temp(), { 'x.zip': zip });
    try {
      return unzipInto(join(folder, 'x.zip'), temp(), limits);
    } catch (error) {
      return error instanceof ImportError ? error.problem : error;
    }
  };
  const small = { bytes: 1 << 20, files: 10, ratio: 20, harmless: 1 << 16 } as unknown as Parameters<
    typeof unzipInto
  >[2];

  it.each([['../../evil.md'], ['/etc/evil.md'], ['C:/evil.md'], ['a\\..\\..\\evil.md'], ['a/../../evil.md']])(
    'are refused whole where a path climbs out: %s',
    (path) => {
      expect(refusal(zipSync({ 'good.md': bytes('good'), [path]: bytes('bad') }))).toMatchObject({
        kind: 'bad-zip',
        why: 'climbs',
        file: path,
      });
    },
  );

  it('are refused where they unpack to more than they can hold, whatever they say of themselves', () => {
    expect(refusal(zipSync({ 'a.md': new Uint8Array(4 << 20) }), small)).toMatchObject({
      kind: 'bad-zip',
      why: 'bomb',
    });
    const lying = zipSync({ 'a.md': new Uint8Array(4 << 20) });
    // The sizes in the local header are made small.
    lying.fill(1, 18, 26);
    expect(refusal(lying, small)).toMatchObject({ kind: 'bad-zip' });
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at}.md`, bytes('x')]));
    expect(refusal(zipSync(many), small)).toMatchObject({ kind: 'bad-zip', why: 'bomb' });
  });

  it('are refused where they are damaged, with a sentence', async () => {
    const zip = zipSync({ 'a.md': bytes('Pell fell. '.repeat(500)) });
    zip.fill(0xff, 40, 60);
    expect(refusal(zip)).toMatchObject({ kind: 'bad-zip', why: 'damaged' });
    const folder = writeFiles(temp(), { 'x.zip': zip });
    const said = await terminal(['import', join(folder, 'x.zip'), '--lorebook', join(folder, 'a.db')], {
      STARTER_PACK: 'none',
    });
    expect([said.exit, said.error]).toEqual([2, expect.stringMatching(/was not unpacked: it is damaged/)]);
  });
});
