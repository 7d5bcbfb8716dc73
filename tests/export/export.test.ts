import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { csvCell } from '../../src/export/claims-csv.ts';
import { fileName, NamesTaken } from '../../src/export/file-names.ts';
import { ARDENT } from '../support/ardent-pack.ts';
import { contentsOf } from '../support/contents.ts';
import { aLorebook, openAt } from '../support/lorebook.ts';
import { aHead, writePack } from '../support/packs.ts';
import { tempFolders } from '../support/temp.ts';
import { terminal } from '../support/terminal.ts';

const temp = tempFolders();

/** A lorebook of the pack, and what `export` said when it was saved as `file`. */
async function exported(file: string, flags: readonly string[] = [], pack = writePack(temp(), ARDENT)) {
  const folder = temp();
  aLorebook(folder, pack).close();
  const path = join(folder, file);
  const said = await terminal(['export', path, '--lorebook', join(folder, 'lorebook.db'), '--json', ...flags]);
  return { folder, path, said };
}

function claimsIn(folder: string): number {
  const lorebook = openAt(join(folder, 'lorebook.db'));
  const { claims } = lorebook.read.counts();
  lorebook.close();
  return claims;
}

describe('the way out', () => {
  it('saves a pack as a zip file that makes the same lorebook', async () => {
    const { folder, path, said } = await exported('ardent.zip');
    expect(said.exit).toBe(0);
    expect(Object.keys(unzipSync(readFileSync(path)))).toContain('pack.json');
    const loaded = await terminal(['pack', 'load', path, '--lorebook', join(folder, 'second.db')]);
    expect([loaded.exit, loaded.error]).toEqual([0, '']);
    expect((await terminal(['pack', 'check', path])).out).toContain(`${path} is sound`);
    const first = openAt(join(folder, 'lorebook.db'));
    const second = openAt(join(folder, 'second.db'));
    expect(contentsOf(second)).toEqual(contentsOf(first));
    for (const lorebook of [first, second]) lorebook.close();
  });

  it('saves all claims as a table, with the account where there are several', async () => {
    const { folder, path } = await exported('claims.csv');
    const rows = parse(readFileSync(path, 'utf8'), { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(claimsIn(folder));
    expect(rows.map((row) => row.account)).toEqual(expect.arrayContaining(Object.keys(ARDENT.claims ?? {})));
    expect(rows.every((row) => row.subject !== '' && row.predicate !== '')).toBe(true);
  });

  it('saves a book that holds sources and disputes under extensions', async () => {
    const { path } = await exported('book.json', ['--format', 'book'], 'data/mirror-universe');
    const { spec, data } = JSON.parse(readFileSync(path, 'utf8'));
    expect(spec).toBe('chara_card_v2');
    const { entries } = data.character_book;
    const disputed = entries.find(
      (entry: { extensions: { concordance: { conflicts: unknown[] } } }) =>
        entry.extensions.concordance.conflicts.length > 0,
    );
    const [conflict] = disputed.extensions.concordance.conflicts;
    const ids = disputed.extensions.concordance.claims.map((claim: { id: number }) => claim.id);
    expect(conflict.why).not.toBe('');
    expect(conflict.claims.some((id: number) => ids.includes(id))).toBe(true);
    for (const entry of entries) {
      expect(entry).toMatchObject({ keys: [entry.name, ...entry.keys.slice(1)], enabled: true, insertion_order: 100 });
      for (const claim of entry.extensions.concordance.claims) expect(claim.account).not.toBe('');
    }
  });

  it('saves a vault of notes that link to each other', async () => {
    const { path, said } = await exported('vault', ['--format', 'vault']);
    const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    expect(JSON.parse(said.out).files).toBe(files.length);
    const names = new Set(files.map((file) => file.name.replace(/\.md$/, '')));
    for (const file of files) {
      const [, front = ''] = readFileSync(join(file.parentPath, file.name), 'utf8').split(/^---$/m);
      const properties = parseYaml(front) as Record<string, unknown>;
      expect(properties.kind).toBeTypeOf('string');
      for (const [, link = ''] of JSON.stringify(properties).matchAll(/\[\[([^\]|]+)/g)) expect(names).toContain(link);
    }
  });

  it('saves everything as one JSON document', async () => {
    const { folder, path } = await exported('all.json');
    const all = JSON.parse(readFileSync(path, 'utf8'));
    expect(all.claims).toHaveLength(claimsIn(folder));
    expect(all.edits).toHaveLength(1);
    expect(all.lorebook.title).toBe('The Reach of Ardent');
  });

  it('saves what is kept about one person', async () => {
    const { path } = await exported('mine.json', ['--format', 'member', '--member', 'test']);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      member: { key: 'test' },
      edits: [{ op: 'load-pack' }],
    });
  });

  it('saves an empty lorebook in every format', async () => {
    for (const [file, ...flags] of [
      ['a.zip'],
      ['a.csv'],
      ['a.json'],
      ['a.ics'],
      ['b.json', '--format', 'book'],
      ['v', '--format', 'vault'],
    ] as const) {
      const { path, said } = await exported(file, flags, writePack(temp(), { head: aHead() }));
      expect([file, said.exit, existsSync(path)]).toEqual([file, 0, true]);
    }
  });

  it.each<[string, readonly string[], RegExp]>([
    ['a format that is none', ['x.txt', '--format', 'docx'], /“docx” is no format/],
    ['a member without a key', ['x.json', '--format', 'member'], /--member/],
    ['a folder that is not there', ['nowhere/at/all/x.csv'], /is not there/],
    ['no file', [], /FILE/],
  ])('refuses %s in one sentence', async (_name, argv, sentence) => {
    const folder = temp();
    const said = await terminal(['export', ...argv, '--lorebook', join(folder, 'a.db')]);
    expect(said.exit).toBe(2);
    expect(said.error).toMatch(sentence);
  });

  it('writes over nothing', async () => {
    const { folder, path } = await exported('claims.csv');
    const before = readFileSync(path, 'utf8');
    const said = await terminal(['export', path, '--lorebook', join(folder, 'lorebook.db')]);
    expect([said.exit, readFileSync(path, 'utf8')]).toEqual([2, before]);
  });
});

describe('cells and names of files', () => {
  it('lets no spreadsheet run what a lorebook says', () => {
    const text = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n"\',;|a1 ('), maxLength: 12 });
    fc.assert(
      fc.property(text, (cell) => {
        const [[read = ''] = []] = parse(`${csvCell(cell)},x\r\n`, { trim: false }) as string[][];
        expect(/^[=+\-@\t\r]/.test(read) && !/^[+-]?\d/.test(read)).toBe(false);
        expect(read === cell || read === `'${cell}`).toBe(true);
      }),
      { seed: 3, numRuns: 500 },
    );
    expect(csvCell('-0044')).toBe('-0044');
    expect(csvCell('=SUM(A1)')).toBe("'=SUM(A1)");
  });

  it.each([
    ['a/b\\c', 'a b c'],
    ['../../etc/passwd', 'etc passwd'],
    ['..', 'unnamed'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['  ', 'unnamed'],
    ['What [[is]] #this|?', 'What is this'],
    ['東の国', '東の国'],
  ])('makes a harmless file name of %j', (name, expected) => {
    expect(fileName(name)).toBe(expected);
  });

  it('gives no name twice, whatever the size of its letters', () => {
    const taken = new NamesTaken();
    expect(['Ardent', 'ardent', 'ARDENT'].map((name) => taken.take(name))).toEqual(['Ardent', 'ardent 2', 'ARDENT 3']);
  });
});
