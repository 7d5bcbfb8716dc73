import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packFaultText } from '../../src/messages/en/rows.ts';
import { ARDENT } from '../support/ardent-pack.ts';
import { aLorebook, faultsOf } from '../support/lorebook.ts';
import { aHead, type PackFiles, writePack } from '../support/packs.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();
const said = (folder: string): readonly string[] => faultsOf(folder).map(packFaultText);

const claims = (...rows: Record<string, unknown>[]): PackFiles => ({
  head: aHead(),
  entities: [
    { name: 'Anna', kind: 'person' },
    { name: 'Berg', kind: 'place', aliases: ['The Hill'] },
    { name: 'Crag', kind: 'place', aliases: ['the hill'] },
  ],
  claims: { chronicle: rows },
});
const good = { subject: 'Anna', predicate: 'based_at', value: 'Berg' };

/** A pack with one fault, and the sentence that names it. */
const FAULTS: readonly (readonly [string, PackFiles, RegExp])[] = [
  ['no title', { head: aHead({ title: '' }) }, /^pack\.json: title: /],
  ['a key that is not known', { head: aHead({ licens: 'CC0' }) }, /^pack\.json: .*licens/],
  ['a slug that is none', { head: aHead({ name: 'two words' }) }, /^pack\.json: name: a slug is/],
  [
    'a today that is no day',
    { head: aHead({ today: { kind: 'set', date: 'May 1994', since: '2026-05-15' } }) },
    /^pack\.json: .*May 1994/,
  ],
  ['a today of no kind', { head: aHead({ today: { kind: 'guess' } }) }, /^pack\.json: today/],
  ['no timeline', { head: aHead({ continuities: [] }) }, /^pack\.json: continuities: /],
  [
    'a default timeline that is not there',
    { head: aHead({ default_continuity: 'other' }) },
    /^pack\.json: there is no default_continuity “other”/,
  ],
  [
    'two timelines of one slug',
    {
      head: aHead({
        continuities: [
          { slug: 'main', name: 'a' },
          { slug: 'main', name: 'b' },
        ],
      }),
    },
    /^pack\.json: the continuity “main” is there twice/,
  ],
  [
    'timelines that grow out of each other',
    {
      head: aHead({
        continuities: [
          { slug: 'main', name: 'm' },
          { slug: 'a', name: 'a', parent: 'b' },
          { slug: 'b', name: 'b', parent: 'a' },
        ],
      }),
    },
    /^pack\.json: these timelines grow out of each other in a circle: a → b → a/,
  ],
  [
    'a parent that is not there',
    { head: aHead({ continuities: [{ slug: 'main', name: 'm', parent: 'x' }] }) },
    /^pack\.json: there is no continuity “x”/,
  ],
  [
    'a branch that is no date',
    {
      head: aHead({
        continuities: [
          { slug: 'main', name: 'm' },
          { slug: 's', name: 's', parent: 'main', branch: 'soon' },
        ],
      }),
    },
    /^pack\.json: “soon” \(branch\) is not a date/,
  ],
  [
    'two accounts of one slug',
    {
      head: aHead({
        accounts: [
          { slug: 'a', title: 'A' },
          { slug: 'a', title: 'B' },
        ],
      }),
    },
    /^pack\.json: the account “a” is there twice/,
  ],
  [
    'a copy of nothing',
    { head: aHead({ accounts: [{ slug: 'a', title: 'A', copy_of: 'z' }] }) },
    /^pack\.json: there is no account “z”/,
  ],
  [
    'a shared office that is not there',
    { head: aHead({ shared_offices: ['Captain'] }) },
    /^pack\.json: there is no shared office “Captain”/,
  ],
  [
    'a predicate that the base has',
    { head: aHead({ predicates: [{ id: 'born', value: 'date' }] }) },
    /^pack\.json: the predicate “born” is there twice/,
  ],
  [
    'a predicate that excludes what is not there',
    { head: aHead({ predicates: [{ id: 'hums', value: 'text', excludes: ['sings'] }] }) },
    /^pack\.json: there is no predicate “sings”/,
  ],
  [
    'an entity without a name',
    { head: aHead(), entities: [{ name: ' ', kind: 'person' }] },
    /^entities\.json, row 1: name: /,
  ],
  [
    'an entity of a timeline that is not there',
    { head: aHead(), entities: [{ name: 'Anna' }, { name: 'Bo', continuity: 'x' }] },
    /^entities\.json, row 2: there is no continuity “x”/,
  ],
  [
    'two entities of one slug',
    {
      head: aHead(),
      entities: [
        { name: 'Anna', slug: 'a' },
        { name: 'Bo', slug: 'a' },
      ],
    },
    /^entities\.json, row 2: the slug “a” is there twice/,
  ],
  [
    'a counterpart that is not there',
    { head: aHead(), entities: [{ name: 'Anna', counterpart: 'Hanna' }] },
    /^entities\.json, row 1: there is no counterpart “Hanna”/,
  ],
  [
    'two works of one title',
    { head: aHead(), works: [{ title: 'Song' }, { title: 'Song', tier: 3 }] },
    /^works\.json, row 2: the work “Song” is there twice/,
  ],
  [
    'a claim without a subject',
    claims(good, { ...good, subject: '' }),
    /^claims\/chronicle\.json, row 2: the column subject is empty/,
  ],
  [
    'a claim on nobody known',
    claims({ ...good, subject: 'Hanna' }),
    /^claims\/chronicle\.json, row 1: nothing here is called “Hanna”/,
  ],
  [
    'a claim on a name of two',
    claims({ ...good, value: 'The Hill' }),
    /row 1: “The Hill” \(column value\) can mean berg or crag/,
  ],
  [
    'a column that is not known',
    claims({ ...good, colour: 'red' }),
    /row 1: colour: the columns of claims are subject, /,
  ],
  ['a cell that is no text', claims({ ...good, statement: [{}] }), /row 1: statement: text is expected/],
  [
    'two claims of one key',
    claims({ ...good, key: 'K1' }, { ...good, key: 'K1' }),
    /row 2: the key “K1” is there twice/,
  ],
  [
    'a file of claims without an account',
    { head: aHead(), claims: { other: [good] } },
    /^claims\/other\.json: there is no account “other”/,
  ],
];

describe('a fault of a pack', () => {
  it.each(FAULTS)('is named with file and row: %s', (_what, files, sentence) => {
    expect(said(writePack(temp(), files))).toEqual([expect.stringMatching(sentence)]);
  });

  it('does not hide the others', () => {
    const folder = writePack(temp(), {
      head: aHead(),
      entities: [{ kind: 'person' }, { name: 'Bo', colour: 'red' }],
      works: [{ title: 5 }],
      claims: { chronicle: [{ ...good, colour: 'red' }] },
    });
    expect(said(folder)).toHaveLength(4);
  });

  it('of one row does not hide the others of that row', () => {
    const [fault, ...more] = faultsOf(
      writePack(temp(), claims({ subject: 'Hanna', predicate: 'based_at', value: 'Nowhere', modality: 'sung' })),
    );
    expect(more).toEqual([]);
    expect(fault?.fault).toMatchObject({
      kind: 'row',
      faults: [{ kind: 'not-one-of' }, { kind: 'unknown-name' }, { kind: 'unknown-name' }],
    });
  });

  it('is a folder without pack.json', () => {
    expect(said(temp())).toEqual([expect.stringMatching(/^pack\.json: this file is missing/)]);
    expect(said(join(temp(), 'nowhere'))).toEqual([expect.stringMatching(/^pack\.json: this file is missing/)]);
  });

  it.each([
    ['pack.json', '{ "name": '],
    ['entities.json', '[ {"name": "Anna"} '],
    ['entities.json', '{"name": "Anna"}'],
    ['entities.json', '["Anna"]'],
    ['entities.csv', 'name,kind\nAnna'],
    ['entities.csv', 'name,name\nAnna,Bo'],
    ['claims/chronicle.csv', 'subject,predicate,value\n"Anna,born,2371'],
  ])('is a %s that cannot be read: %s', (file, text) => {
    const folder = writePack(temp(), { head: aHead() });
    mkdirSync(join(folder, 'claims'), { recursive: true });
    writeFileSync(join(folder, file), text);
    expect(said(folder)).toEqual([expect.stringMatching(new RegExp(`^${file}: this file cannot be read: \\S`))]);
  });

  it.each(['pack.json', 'entities.json', 'entities.csv'])('is a %s that is not UTF-8', (file) => {
    const folder = writePack(temp(), { head: aHead() });
    const text = file.endsWith('csv')
      ? 'name\nKäthe'
      : JSON.stringify(file === 'pack.json' ? aHead({ title: 'Käthe' }) : [{ name: 'Käthe' }]);
    writeFileSync(join(folder, file), Buffer.from(text, 'latin1'));
    expect(said(folder)).toEqual([expect.stringMatching(new RegExp(`^${file}: this file cannot be read: `))]);
  });

  it('is a table that stands there twice, since one of the two would be passed over', () => {
    const folder = writePack(temp(), { head: aHead(), entities: [{ name: 'Anna' }] });
    writeFileSync(join(folder, 'entities.csv'), 'name\nBo\n');
    expect(said(folder)).toEqual([expect.stringMatching(/^entities\.csv: /)]);
  });

  it('names the line of a CSV', () => {
    const folder = writePack(temp(), { head: aHead() });
    writeFileSync(join(folder, 'entities.csv'), '\uFEFFname,continuity\r\n"Anna\r\nMaria",main\r\nBo,elsewhere\r\n');
    expect(faultsOf(folder).map(({ place }) => place)).toEqual([{ file: 'entities.csv', row: 4 }]);
  });
});

describe('a sound pack', () => {
  it('tells more of a declared timeline in a row of its entities', () => {
    const lorebook = aLorebook(temp(), writePack(temp(), ARDENT));
    expect(lorebook.references.entities('the ballads’ telling')).toMatchObject([
      { name: 'drowned history', kind: 'continuity', about: 'only sung' },
    ]);
    lorebook.close();
  });

  it('has no faults', () => {
    expect(said(writePack(temp(), ARDENT))).toEqual([]);
  });

  it('may begin its files with a byte-order mark', () => {
    const folder = writePack(temp(), { head: aHead() });
    for (const [file, data] of [
      ['pack.json', aHead()],
      ['entities.json', [{ name: 'Anna' }]],
    ] as const) {
      writeFileSync(join(folder, file), `\uFEFF${JSON.stringify(data)}`);
    }
    expect(said(folder)).toEqual([]);
  });
});
