import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { contentsOf } from '../support/contents.ts';
import { openAt } from '../support/lorebook.ts';
import { aHead, writePack } from '../support/packs.ts';
import { tempFolders } from '../support/temp.ts';
import { terminal } from '../support/terminal.ts';

const temp = tempFolders();
const PACK = writePack(temp(), {
  head: aHead(),
  entities: [
    { name: 'Anna', kind: 'person' },
    { name: 'Berg', kind: 'place' },
  ],
  works: [{ title: 'Song' }],
});
const HEADER = 'subject,predicate,value,key';
const GOOD = 'Anna,based_at,Berg,K1';
const BAD = 'Hanna,based_at,Berg,K2';

let book: string;
beforeEach(async () => {
  book = join(temp(), 'book.db');
  await terminal(['pack', 'load', PACK, '--lorebook', book]);
});

function csv(...lines: string[]): string {
  const path = join(temp(), 'rows.csv');
  writeFileSync(path, lines.join('\n'));
  return path;
}

async function add(file: string, ...flags: string[]) {
  const argv = ['add', '--file', file, '--account', 'The chronicle', ...flags, '--lorebook', book, '--json'];
  const { exit, out, error } = await terminal(argv);
  return { exit, error, report: out === '' ? null : (JSON.parse(out) as Record<string, unknown>) };
}

function contents() {
  const lorebook = openAt(book);
  const held = { ...contentsOf(lorebook), edits: lorebook.database.all('SELECT op FROM edit ORDER BY id') };
  lorebook.close();
  return held;
}

describe('claims in bulk', () => {
  it('go in together, with one audit row', async () => {
    const { exit, report } = await add(csv(HEADER, GOOD, 'Anna,born,2371,K2'));
    expect(exit).toBe(0);
    expect(report).toMatchObject({ rows: 2, taken: 2, written: true, faults: [] });
    expect(contents().claims).toHaveLength(2);
    expect(contents().edits).toEqual([{ op: 'load-pack' }, { op: 'add-claims' }]);
  });

  it('go in not at all where one row fails, and every bad row is named with its line', async () => {
    const before = contents();
    const { exit, report, error } = await add(csv(HEADER, GOOD, BAD, 'Anna,flew,Berg,K3'));
    expect(exit).toBe(2);
    expect(error).toMatch(/^2 rows cannot be taken and nothing was written: .+\.\n$/);
    expect(report).toMatchObject({
      rows: 3,
      taken: 1,
      written: false,
      faults: [
        { line: 3, reason: expect.stringContaining('Hanna') },
        { line: 4, reason: expect.stringContaining('flew') },
      ],
    });
    expect(contents()).toEqual(before);
  });

  it('go in without the bad rows with --partial', async () => {
    const { exit, report } = await add(csv(HEADER, BAD, GOOD), '--partial');
    expect(exit).toBe(0);
    expect(report).toMatchObject({ taken: 1, written: true, faultCount: 1, faults: [{ line: 2 }] });
    expect(contents().claims).toHaveLength(1);
  });

  it.each([[[]], [['--create']], [['--partial', '--create']]])('leave nothing with --dry-run %j', async (flags) => {
    const before = contents();
    const { report } = await add(
      csv(`${HEADER},continuity,work`, `${GOOD},main,Song`, 'New One,based_at,New Place,K5,elsewhere,New Work'),
      '--dry-run',
      ...flags,
    );
    expect(report).toMatchObject({ written: false });
    expect(contents()).toEqual(before);
  });

  it('make what is unknown with --create, once for all rows that name it', async () => {
    const rows = [
      'Cy,based_at,Hall,K1,elsewhere,Ballad',
      'Cy,born,2371,K2,elsewhere,Ballad',
      'cy,based_at,hall,K3,elsewhere,ballad',
    ];
    const { exit } = await add(csv(`${HEADER},continuity,work`, ...rows), '--create');
    expect(exit).toBe(0);
    const held = contents();
    expect(held.entities.map(({ slug }) => slug)).toEqual([
      'anna',
      'ballad',
      'berg',
      'cy',
      'elsewhere',
      'hall',
      'main-timeline',
      'song',
    ]);
    expect(held.continuities).toContainEqual(expect.objectContaining({ slug: 'elsewhere', parent: 'main' }));
  });

  it('take the account of that slug or title, else make it', async () => {
    const one = csv(HEADER, GOOD);
    await terminal(['add', '--file', one, '--account', 'chronicle', '--lorebook', book]);
    await terminal(['add', '--file', one, '--account', 'A new telling', '--lorebook', book]);
    expect(contents().accounts.map(({ slug }) => slug)).toEqual(['a-new-telling', 'chronicle']);
  });

  it('use a key once in an account, also across files', async () => {
    expect((await add(csv(HEADER, GOOD, GOOD))).report).toMatchObject({
      faults: [{ line: 3, reason: expect.stringContaining('K1') }],
    });
    await add(csv(HEADER, GOOD));
    expect((await add(csv(HEADER, GOOD))).report).toMatchObject({ written: false, faults: [{ line: 2 }] });
  });

  it('keep a date that does not parse, and say so', async () => {
    const { exit, report } = await add(csv(`${HEADER},date`, `${GOOD},EF 10ish`));
    expect(exit).toBe(0);
    expect(report).toMatchObject({ notes: [{ line: 2, note: expect.stringContaining('EF 10ish') }] });
    expect(contents().claims[0]).toContain('EF 10ish');
  });

  it('may be JSON Lines with the same keys', async () => {
    const path = csv(
      '{"subject":"Anna","predicate":"based_at","value":"Berg"}',
      '{"subject":"Anna","predicate":"existed","value":true}',
    );
    expect((await add(path)).report).toMatchObject({ taken: 2, written: true });
  });

  it('stream: 20,000 rows', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => `Anna,described_as,word ${n},R${n}`);
    expect((await add(csv(HEADER, ...rows))).report).toMatchObject({ rows: 20_000, taken: 20_000, written: true });
  }, 60_000);
});

describe('entities in bulk', () => {
  const addEntities = async (...lines: string[]) => {
    const { exit, out } = await terminal(['add', '--entities', csv(...lines), '--lorebook', book, '--json']);
    return { exit, report: JSON.parse(out) as Record<string, unknown> };
  };

  it('come with kind, aliases and timeline; an alias that folds to the name is left out', async () => {
    const { exit } = await addEntities('name,kind,aliases,continuity', 'Cy,person,The Smith|cy|CY!,main', 'Dee,,,');
    expect(exit).toBe(0);
    const { entities } = contents();
    expect(entities).toContainEqual(
      expect.objectContaining({ slug: 'cy', kind: 'person', aliases: ['The Smith'], continuity: 'main' }),
    );
    expect(entities).toContainEqual(expect.objectContaining({ slug: 'dee', kind: 'thing', continuity: null }));
  });

  it('that are there already only gain aliases', async () => {
    const { report } = await addEntities('name,kind,aliases', 'Anna,person,Annie');
    expect(report).toMatchObject({ entities: 0, taken: 1, notes: [{ line: 2 }] });
    expect(contents().entities).toContainEqual(expect.objectContaining({ slug: 'anna', aliases: ['Annie'] }));
  });

  it('of one name get slugs that tell them apart', async () => {
    await addEntities('name,kind,continuity', 'Anna,vessel,main', 'Anna,vessel,', 'Anna,place,');
    expect(contents().entities.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['anna', 'anna~main', 'anna-2', 'anna-3']),
    );
  });

  it('go in not at all where one row fails', async () => {
    const before = contents();
    const { exit } = await addEntities('name,kind,continuity', 'Cy,person,main', ',person,', 'Dee,person,nowhere');
    expect(exit).toBe(2);
    expect(contents()).toEqual(before);
  });
});
